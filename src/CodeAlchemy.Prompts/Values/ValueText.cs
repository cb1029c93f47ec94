using System.Globalization;
using System.Numerics;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Values;

/// <summary>Values as text, the same on every machine.</summary>
internal static class ValueText
{
    private const int DeepestNesting = 20;

    /// <summary>The text of a value; <see langword="null"/> for null and <c>empty</c>.</summary>
    public static string? Of(object? value, Span span, RenderContext context) => value switch
    {
        string text => text,
        null or EmptyValue => null,
        _ => Simple(value, context) ?? Container(value, span, context),
    };

    /// <summary>A text as it stands in quotes.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(EscapedCharacters))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 10);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append(@"\\"),
                '\a' => result.Append(@"\a"),
                '\b' => result.Append(@"\b"),
                '\t' => result.Append(@"\t"),
                '\r' => result.Append(@"\r"),
                '\v' => result.Append(@"\v"),
                '\f' => result.Append(@"\f"),
                '\n' => result.Append(@"\n"),
                < ' ' => result.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> EscapedCharacters =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i), '"', '\\']);

    private static string? Simple(object value, RenderContext context) => value switch
    {
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        char c => c.ToString(),
        long or double or float or decimal or BigInteger => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DateTime date => context.DateText(date),
        TimeSpan span => span.ToString(null, CultureInfo.InvariantCulture),
        CapturedText text => text.ToString(),
        _ => null,
    };

    private static string Container(object value, Span span, RenderContext context)
    {
        var result = new StringBuilder();
        Append(result, value, span, context, 1);
        return result.ToString();
    }

    private static void Append(StringBuilder result, object? value, Span span, RenderContext context, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw Faults.Error(span, $"The value is nested deeper than {DeepestNesting} levels or holds itself, so it can't be written.", "Write its members one by one.");
        }

        context.CheckLength(result.Length, span);
        switch (value)
        {
            case null or EmptyValue:
                result.Append("null");
                break;
            case string text:
                result.Append('"').Append(Escape(text)).Append('"');
                break;
            case ListValue or RangeValue:
                AppendList(result, (IEnumerable<object?>)value, span, context, depth);
                break;
            case BuiltinObject:
                throw Unsupported(span, "The functions of a builtin object can't be written.");
            case ObjectValue members:
                AppendObject(result, members.Names.Select(name => (name, members.Get(name))), span, context, depth);
                break;
            case PairValue pair:
                AppendObject(result, [("key", pair.Key), ("value", pair.Value)], span, context, depth + 1);
                break;
            case Builtins.BuiltinFunction:
                result.Append("<function>");
                break;
            case FunctionValue:
                throw Unsupported(span, "A function can't be written.");
            default:
                result.Append(Simple(value, context) ?? throw Unsupported(span, $"{Names.Describe(value)} can't be written."));
                break;
        }
    }

    private static void AppendList(StringBuilder result, IEnumerable<object?> items, Span span, RenderContext context, int depth)
    {
        result.Append('[');
        var separator = string.Empty;
        foreach (var item in items)
        {
            result.Append(separator);
            Append(result, item, span, context, depth + 1);
            separator = ", ";
        }

        result.Append(']');
    }

    private static void AppendObject(StringBuilder result, IEnumerable<(string Name, object? Value)> members, Span span, RenderContext context, int depth)
    {
        result.Append('{');
        var separator = string.Empty;
        foreach (var (name, value) in members)
        {
            result.Append(separator);
            _ = IsPlain(name) ? result.Append(name) : result.Append('"').Append(Escape(name)).Append('"');
            result.Append(": ");
            Append(result, value, span, context, depth + 1);
            separator = ", ";
        }

        result.Append('}');
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static ProblemException Unsupported(Span span, string message) =>
        Faults.Unsupported(span, message, "Call it, or write one of its members.");
}
