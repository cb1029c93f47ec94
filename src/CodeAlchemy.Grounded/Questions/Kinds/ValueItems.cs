using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Takes the shown text of a collection apart.</summary>
internal static class ValueItems
{
    /// <summary>The items of a list, tuple, set, map or array; default when the value is none of them or was cut.</summary>
    public static ImmutableArray<string> Of(TraceValue value)
    {
        var text = value.Text;
        if (text.Length < 2 || value.Length >= 0 || text.Contains('…', StringComparison.Ordinal) || (text[0], text[^1]) is not (('[', ']') or ('{', '}') or ('(', ')')))
        {
            return default;
        }

        var items = Split(text[1..^1]);
        return items is [.., ""] ? items.RemoveAt(items.Length - 1) : items;
    }

    /// <summary>Whether items are found by their number: a list or array, not a map or set.</summary>
    public static bool IsIndexed(TraceValue value) =>
        value.Text.StartsWith('[') || (value.Text.StartsWith('{') && (value.Type.Contains('[', StringComparison.Ordinal) || value.Type.Contains("vector", StringComparison.Ordinal)));

    /// <summary>Takes the text between two brackets apart at its commas.</summary>
    public static ImmutableArray<string> Split(string inner)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        var (depth, start, quote) = (0, 0, '\0');
        for (var i = 0; i < inner.Length; i++)
        {
            var c = inner[i];
            if (quote != 0)
            {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' or '`')
            {
                quote = c;
            }
            else if (c == ',' && depth == 0)
            {
                items.Add(inner[start..i].Trim());
                start = i + 1;
            }

            depth += quote != 0 ? 0 : c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
        }

        items.Add(inner[start..].Trim());
        return items.ToImmutable();
    }
}
