using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Says how one run differs from another in what it is given.</summary>
internal static class RunWords
{
    private const int LongestInput = 1_500;

    /// <summary>Whether the difference can be told in a sentence and a block.</summary>
    public static bool CanTell(CaseStudy from, CaseStudy to) =>
        from.Case.Files.Count == 0 && to.Case.Files.Count == 0 && to.Input is { Length: <= LongestInput } && from.Input is not null
        && (!from.Case.Arguments.SequenceEqual(to.Case.Arguments) || from.Input != to.Input);

    /// <summary>What is different, as the end of a sentence (<c>with the argument `30` instead of `20`</c>), and the block with the new input, if any.</summary>
    public static (string Clause, string Block) Instead(CaseStudy from, CaseStudy to, IRandom random)
    {
        var sameInput = from.Input == to.Input;
        var arguments = from.Case.Arguments.SequenceEqual(to.Case.Arguments) ? "" : $"with {CaseWords.Arguments(to.Case)}{Old(from.Case, to.Case)}";
        var input = sameInput ? "" : to.Input!.Length == 0 ? "with nothing on standard input" : "with the standard input below";
        var clause = arguments.Length > 0 && input.Length > 0 ? $"{arguments} and {input[5..]}" : arguments + input;
        return (clause, sameInput || to.Input!.Length == 0 ? "" : Invocation.Input(to.Input!, random));
    }

    /// <summary>What a run is given, as the end of a sentence; inputs that are short stand in it.</summary>
    public static string With(CaseStudy study)
    {
        var arguments = study.Case.Arguments.IsEmpty ? "" : $"with {CaseWords.Arguments(study.Case)}";
        var input = study.Input is { Length: > 0 } text ? $"{(arguments.Length > 0 ? " and" : "with")} {Fences.Span(Line(text))} on standard input" : "";
        return arguments.Length + input.Length == 0 ? "with no arguments and no input" : arguments + input;
    }

    /// <summary>Whether <see cref="With"/> can tell all that a run is given.</summary>
    public static bool IsShort(CaseStudy study) => study.Case.Files.Count == 0 && study.Input is { Length: <= 120 } text && !text.Contains('\t', StringComparison.Ordinal);

    /// <summary>The text of an input on one line, its line ends written as a shell's <c>printf</c> takes them.</summary>
    private static string Line(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Old(ExecutionCase from, ExecutionCase to) =>
        from.Arguments.Length == 0 || to.Arguments.Length == 0 ? "" : $" instead of {Fences.Span(ShellWords.Join(from.Arguments))}";
}
