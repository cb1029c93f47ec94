using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Nodes;

/// <summary>Something that has a value.</summary>
/// <param name="Location">Where it stands.</param>
internal abstract record Expression(TextLocation Location)
{
    /// <summary>The value.</summary>
    /// <exception cref="ProblemException">A name is not there.</exception>
    public abstract object? Evaluate(RenderContext context);

    /// <summary>The expression as it is written.</summary>
    public abstract string Path { get; }
}
