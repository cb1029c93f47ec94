namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Commands that lenses and actions carry (docs/lsp.md).</summary>
internal static class CommandNames
{
    public const string Trace = "codealchemy.trace";
    public const string Predict = "codealchemy.predict";
    public const string Generate = "codealchemy.generate";
    public const string ClearTrace = "codealchemy.clearTrace";

    public static IReadOnlyList<string> All { get; } = [Trace, Predict, Generate, ClearTrace];
}
