namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>A compiled pattern over code points. Immutable and thread-safe; each search has a <see cref="PatternMatcher"/> of its own.</summary>
internal sealed class Pattern
{
    private Pattern(string text, Instruction[] program) => (Text, Program) = (text, program);

    /// <summary>The pattern, shortened for messages.</summary>
    public string Text { get; }

    /// <summary>Its instructions.</summary>
    public Instruction[] Program { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="PatternProblem">It is wrong or has something that isn't supported.</exception>
    public static Pattern Parse(string text)
    {
        var node = PatternParser.Parse(text);
        var shown = PatternReader.Shorten(text);
        return node.Least > 0 ? new Pattern(shown, PatternCompiler.Compile(node)) : throw new PatternProblem($"'{shown}' can match nothing at all");
    }
}
