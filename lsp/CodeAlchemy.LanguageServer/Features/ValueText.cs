using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.Workspace.Editing;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Values as they stand at the end of a line and in hovers.</summary>
internal static class ValueText
{
    private const int LongestValue = 40;
    private const int LongestLabel = 120;
    private const int MostVariables = 6;
    private const int MostMoments = 12;

    /// <summary>What a line did: <c>x = 3</c>, for many times <c>x = 0 … 9 (10×)</c>, and what it returned.</summary>
    public static string Label(LineRecord record)
    {
        var parts = record.Variables.Take(MostVariables).Select(values => $"{values.Name} = {Span(values)}").ToList();
        if (record.Variables.Length > MostVariables)
        {
            parts.Add($"+{record.Variables.Length - MostVariables}");
        }

        if (record.Returned is { } returned)
        {
            parts.Add($"→ {Span(returned)}");
        }

        return Cut(string.Join(", ", parts), LongestLabel);
    }

    /// <summary>The same in full.</summary>
    public static string Tooltip(LineRecord record)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"ran {Times(record.Count)}\n\n");
        foreach (var values in record.Returned is { } returned ? record.Variables.Add(returned) : record.Variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{values.Name}`: {Code(values.First.Text)}");
            text.Append(values.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" … {Code(values.Last.Text)} ({values.Count} values)\n") : "\n");
        }

        return text.ToString();
    }

    /// <summary>The values of a variable over time.</summary>
    public static string Timeline(string name, IReadOnlyList<VariableMoment> moments)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"`{name}` in the last run: {(moments.Count == 1 ? "one value" : $"{moments.Count} values")}\n\n| step | line | call | value |\n|---:|---:|---:|---|\n");
        var shown = moments.Count <= MostMoments ? moments : [.. moments.Take(MostMoments / 2), .. moments.TakeLast(MostMoments / 2)];
        for (var i = 0; i < shown.Count; i++)
        {
            if (moments.Count > MostMoments && i == MostMoments / 2)
            {
                text.Append(CultureInfo.InvariantCulture, $"| … | | | {moments.Count - MostMoments} more |\n");
            }

            var moment = shown[i];
            text.Append(CultureInfo.InvariantCulture, $"| {moment.Step + 1} | {moment.Line} | {moment.Frame} | {Code(moment.Value.Text)} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n{Code(moments[^1].Value.Type)}").ToString();
    }

    /// <summary>Variables for the trace view.</summary>
    public static VariableInfo Variable(TraceVariable variable, bool changed = false) =>
        new(variable.Name, variable.Value.Type, variable.Value.Text) { Changed = changed, Alias = variable.Value.Alias > 0 ? variable.Value.Alias : null };

    /// <summary>An exception in one line.</summary>
    public static string? Exception(TraceException? exception) =>
        exception is null ? null : exception.Message is { Length: > 0 } message ? $"{exception.Type}: {message}" : exception.Type;

    /// <summary>How often.</summary>
    public static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => string.Create(CultureInfo.InvariantCulture, $"{count} times") };

    private static string Span(LineValues values) => values.Count == 1
        ? Short(values.First)
        : string.Create(CultureInfo.InvariantCulture, $"{Short(values.First)} … {Short(values.Last)} ({values.Count}×)");

    private static string Short(TraceValue value) => Cut(value.Text.ReplaceLineEndings("⏎"), LongestValue);

    // Never between the halves of a character.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    private static string Code(string text)
    {
        var inner = text.ReplaceLineEndings("⏎").Replace("|", "\\|", StringComparison.Ordinal);
        var fence = inner.Contains('`', StringComparison.Ordinal) ? "``" : "`";
        return $"{fence}{(fence.Length > 1 ? " " : "")}{inner}{(fence.Length > 1 ? " " : "")}{fence}";
    }
}
