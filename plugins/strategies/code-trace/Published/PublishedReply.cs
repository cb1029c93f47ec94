using CodeAlchemy.Grounded.Asking;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>The two files of a reply.</summary>
/// <param name="Program">The program with trace points.</param>
/// <param name="Script">The bash script.</param>
internal sealed record PublishedReply(string Program, string Script)
{
    private static readonly string[] ShellWords = ["bash", "sh", "shell", PublishedForm.ScriptName];

    /// <summary>
    /// Reads a reply: two fenced blocks, the program and then the script. A script that is marked as one may come first. Fences and
    /// not JSON, because code in JSON strings is what models get wrong: one unescaped quote loses both files.
    /// </summary>
    /// <returns><see langword="null"/> when there are not two blocks, or none is a script.</returns>
    public static PublishedReply? Of(string text)
    {
        var blocks = CodeBlocks.In(text);
        return blocks switch
        {
            [var first, var second] when IsScript(second) => new PublishedReply(first.Code, second.Code),
            [var first, var second] when IsScript(first) => new PublishedReply(second.Code, first.Code),
            _ => null,
        };
    }

    private static bool IsScript(CodeBlock block) =>
        ShellWords.Contains(block.Info.ToLowerInvariant())
        || (block.Code.Split('\n')[0] is var line && line.StartsWith("#!", StringComparison.Ordinal) && line.TrimEnd().EndsWith("sh", StringComparison.Ordinal));
}
