using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Parts of turns.</summary>
internal static partial class Words
{
    private const int LongestValue = 60;
    private const int MostValues = 4;

    /// <summary>An output in a block; of one that is too long, its first and its last lines and how many are left out between them.</summary>
    public static string Output(string output, int maxCharacters)
    {
        if (output.Length <= maxCharacters)
        {
            return Fences.Wrap(output);
        }

        var lines = output.TrimEnd('\n').Split('\n');
        var head = Fit(lines, maxCharacters * 2 / 3);
        var tail = Fit([.. lines.Skip(head).Reverse()], maxCharacters / 3);
        var left = lines.Length - head - tail;
        return head + tail == 0 || left == 0
            ? Fences.Wrap(output[..maxCharacters]) + $"\n\nThat is the beginning; {Say.Count(output.Length - maxCharacters, "more character")} follow."
            : $"{Fences.Wrap(string.Join('\n', lines.Take(head)))}\n\n{(left == 1 ? "1 more line follows" : $"{left} more lines follow")}{(tail == 0 ? "." : $", and the output ends with:\n\n{Fences.Wrap(string.Join('\n', lines.TakeLast(tail)))}")}";
    }

    /// <summary>Clauses as sentences, or as a list when there are more than two.</summary>
    public static string Steps(IReadOnlyList<string> steps, string lead) => steps.Count switch
    {
        0 => "",
        1 or 2 => string.Join(' ', steps.Select(s => $"{Voice.Capital(s)}.")),
        _ => $"{lead}\n\n{List(steps)}",
    };

    /// <summary>Clauses as a list.</summary>
    public static string List(IEnumerable<string> clauses) => string.Join('\n', clauses.Select(c => $"- {Voice.Capital(c)}{(c.EndsWith('.') ? "" : ".")}"));

    /// <summary>The values that a line uses, of those in its frame: <c>`a` is `1` and `b` is `2`</c>; empty when there are none to tell.</summary>
    public static string Values(string text, int line, IEnumerable<KeyValuePair<string, TraceValue>> state)
    {
        var words = Word().Matches(Quoted().Replace(Code(text, line), " ")).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var told = state.Where(v => words.Contains(v.Key) && !IsOnlySet(text, line, v.Key) && v.Value.Text.Length <= LongestValue && Literals.IsPlain(v.Value)).Take(MostValues)
            .Select(v => $"{Fences.Span(v.Key)} is {Fences.Span(v.Value.Text)}").ToList();
        return told.Count == 0 ? "" : Say.List(told);
    }

    /// <summary>The same of a line that is about to test a condition: what the head of a loop steps has another value by then.</summary>
    public static string Tested(TraceIndex index, string text, int line, IEnumerable<KeyValuePair<string, TraceValue>> state) =>
        Values(text, line, state.Where(v => !index.Source.StepsIn(line, v.Key)));

    // What a line sets, by an assignment or from a stream, it does not use.
    private static bool IsOnlySet(string text, int line, string name) =>
        Regex.Count(Code(text, line), $@"(?<![\w$.]){Regex.Escape(name)}(?![\w$])") is var all
        && Regex.Count(Code(text, line), $@"(?:>>\s*{Regex.Escape(name)}(?![\w$])|(?<![\w$.]){Regex.Escape(name)}\s*=(?!=))") is > 0 and var set && all == set;

    /// <summary>A line's code without the white space around it.</summary>
    public static string Code(string text, int line) => Grounded.Development.SourceLines.Of(text, line);

    /// <summary>A called function's name, or what it is where it has none.</summary>
    public static string Function(CallInfo call) => call.Function.Length > 0 && call.Function[0] != '<' ? Fences.Span(call.Function)
        : TraceIndex.IsMain(call) ? "the main program" : call.Function == "<init>" ? "a constructor" : "a function without a name";

    /// <summary>The functions that are open in a frame, the outermost first.</summary>
    public static ImmutableArray<string> Stack(TraceIndex index, int frame)
    {
        var stack = ImmutableArray.CreateBuilder<string>();
        for (var call = index.CallOf(frame); call is not null; call = index.CallOf(call.Caller))
        {
            stack.Insert(0, Function(call));
        }

        return stack.ToImmutable();
    }

    // As many lines from the first as fit.
    private static int Fit(string[] lines, int characters)
    {
        var (count, length) = (0, 0);
        while (count < lines.Length && (length += lines[count].Length + 1) <= characters)
        {
            count++;
        }

        return count;
    }

    [GeneratedRegex(@"(?<![\w$.])[A-Za-z_$][\w$]*")]
    private static partial Regex Word();

    [GeneratedRegex("""'(?:[^'\\]|\\.)*'|"(?:[^"\\{]|\\.)*"|//.*|#.*""")]
    private static partial Regex Quoted();
}
