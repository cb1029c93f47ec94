using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Values that stand on the command line or in the input: who reads the question has them already. Pure.</summary>
public static class GivenValues
{
    /// <summary>Whether a number or a text is an argument, the input, a line of it or a word of it, or a list holds nothing else.</summary>
    public static bool Holds(CaseStudy study, TraceValue value)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(value);
        return HoldsText(study, value.Text) || (ValueItems.Of(value) is { IsDefaultOrEmpty: false } items && items.All(item => HoldsText(study, item)));
    }

    private static bool HoldsText(CaseStudy study, string shown)
    {
        var text = Bare(shown);
        var input = study.Input ?? "";
        return text.Length > 0 && (study.Case.Arguments.Contains(text, StringComparer.Ordinal) || input.Trim() == text.Trim()
            || input.Split('\n').Any(line => line.Trim() == text.Trim() || line.Split([' ', '\t', ',', ';', ':']).Contains(text, StringComparer.Ordinal)));
    }

    // A text as it was before quotes were put around it.
    private static string Bare(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0]
            ? text[1..^1].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal)
            : text;
}
