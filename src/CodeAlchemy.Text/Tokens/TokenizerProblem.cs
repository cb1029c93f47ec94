using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Text.Tokens;

/// <summary>What can be wrong with a tokenizer's file. Every message names the file and the part of it.</summary>
internal static class TokenizerProblem
{
    private const string AnotherFile = "Use the tokenizer.json of a model with byte-level BPE (GPT-2, Llama 3, Qwen, DeepSeek, StarCoder), or leave 'tokenizer' out.";

    public static ProblemException Missing(string file) =>
        new(new Problem("missing-tokenizer", $"There is no tokenizer {file}.", "Check the path, or leave 'tokenizer' out to count with the built-in one.",
            ExitCode.Configuration, new TextLocation(file)));

    public static ProblemException Unreadable(string file, string why, Exception? inner = null) =>
        new(new Problem("unusable-tokenizer", $"The tokenizer {file} can't be read: {why}", AnotherFile, ExitCode.Configuration, new TextLocation(file)), inner);

    /// <summary>The file asks for something that would be counted wrongly.</summary>
    /// <param name="file">The file.</param>
    /// <param name="part">Path of the part inside it, for example <c>pre_tokenizer.pretokenizers[0].pattern</c>.</param>
    /// <param name="what">What it says there.</param>
    /// <param name="supported">What is supported instead.</param>
    public static ProblemException Unsupported(string file, string part, string what, string supported) =>
        new(new Problem("unsupported-tokenizer", $"In the tokenizer {file}, '{part}' {what}; supported: {supported}.", AnotherFile,
            ExitCode.Configuration, new TextLocation(file)));

    /// <summary>A pattern that goes back and forth over a text without end.</summary>
    public static ProblemException TooSlow(string pattern) =>
        new(new Problem("slow-tokenizer", $"The tokenizer's pattern {pattern} takes too many steps on a text.",
            "Use a tokenizer whose pattern takes a bounded number of steps per character.", ExitCode.Limit));
}
