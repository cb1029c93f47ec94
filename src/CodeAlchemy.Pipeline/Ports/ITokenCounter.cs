namespace CodeAlchemy.Pipeline.Ports;

/// <summary>Counts the tokens of a row. Thread-safe and a pure function of its argument.</summary>
public interface ITokenCounter
{
    /// <summary>Name written beside every count.</summary>
    string Name { get; }

    /// <summary>Number of tokens of a text.</summary>
    int Count(string text);
}
