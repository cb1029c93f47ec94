namespace CodeAlchemy.Pipeline.Ports;

/// <summary>Parses a text and says whether it is sound. Thread-safe and a pure function of its arguments.</summary>
public interface ISyntaxCheck
{
    /// <summary>Checks a text; <see langword="null"/> when the language has no grammar, which lets the text pass.</summary>
    SyntaxVerdict? Check(string language, string text);
}
