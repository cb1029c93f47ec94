using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Tests;

/// <summary>Writes traces by hand, one event per line: <c>call 1 main x=1</c>, <c>line 1 4 y="a"</c>, <c>ret 1 4 =3</c>,
/// <c>raise 1 4 ValueError bad</c>, <c>catch 1 6 ValueError</c>, <c>out hello\n</c>, <c>in text</c>, <c>del 1 5 x</c>, <c>unw 1 4</c> for a frame left by an exception, <c>cut</c>. A function may carry
/// its line, <c>main@3</c>, and a value its type before it and the number of its object after it, <c>(list)[1]&amp;2</c>.</summary>
internal static partial class TraceBuilder
{
    public static Trace Of(string script, ExecutionCase? @case = null)
    {
        var depths = new Dictionary<int, int>();
        var events = script.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((line, i) => Parse(line, i + 1, depths)).ToImmutableArray();
        var header = new TraceHeader
        {
            Language = "python",
            LanguageVersion = "3.11",
            Tracer = "1.0.0",
            SourceSha256 = "00",
            StdinSha256 = "00",
            Arguments = @case?.Arguments ?? [],
            Limits = TraceLimits.Default,
            Isolation = IsolationLevel.Strict,
        };
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script + CaseKey.Of(@case ?? ExecutionCase.Default))));
        return new Trace(header, events, new TraceEnd(ExecutionStatus.Ok, 0, null, events.Length, "00", digest));
    }

    private static TraceEvent Parse(string line, int sequence, Dictionary<int, int> depths)
    {
        var words = line.Split(' ');
        var e = new TraceEvent { Sequence = sequence, Kind = TraceEventKind.Truncated };
        if (words[0] == "out")
        {
            var bytes = Encoding.UTF8.GetBytes(line[4..].Replace("\\n", "\n", StringComparison.Ordinal)).ToImmutableArray();
            return e with { Kind = TraceEventKind.Output, Chunk = new TraceChunk(1, bytes) };
        }

        if (words[0] == "in")
        {
            return e with { Kind = TraceEventKind.Input, Chunk = new TraceChunk(0, [.. Encoding.UTF8.GetBytes(line[3..])]) };
        }

        if (words[0] == "cut")
        {
            return e with { Note = "events" };
        }

        var frame = int.Parse(words[1], null);
        e = e with { Frame = frame };
        switch (words[0])
        {
            case "call":
                depths[frame] = depths.GetValueOrDefault(frame - 1, -1) + 1;
                var name = words[2].Split('@');
                return e with { Kind = TraceEventKind.Call, Function = name[0], Line = name.Length > 1 ? int.Parse(name[1], null) : 0, Depth = depths[frame], Set = Variables(words[3..]) };
            case "line":
                return e with { Kind = TraceEventKind.Line, Line = int.Parse(words[2], null), Set = Variables(words[3..]) };
            case "del":
                return e with { Kind = TraceEventKind.Line, Line = int.Parse(words[2], null), Deleted = [.. words[3..]] };
            case "ret":
                return e with { Kind = TraceEventKind.Return, Line = int.Parse(words[2], null), Value = words.Length > 3 ? Value(words[3][1..]) : null };
            case "unw":
                return e with { Kind = TraceEventKind.Return, Line = int.Parse(words[2], null), Unwound = true };
            case "raise":
                return e with { Kind = TraceEventKind.Exception, Line = int.Parse(words[2], null), Exception = new TraceException(words[3], words.Length > 4 ? string.Join(' ', words[4..]) : null) };
            default:
                return e with { Kind = TraceEventKind.Catch, Line = int.Parse(words[2], null), Exception = new TraceException(words[3], null) };
        }
    }

    private static ImmutableArray<TraceVariable> Variables(string[] words) =>
        [.. words.Select(w => new TraceVariable(w[..w.IndexOf('=')], Value(w[(w.IndexOf('=') + 1)..])))];

    private static TraceValue Value(string text)
    {
        var parts = Parts().Match(text);
        var type = parts.Groups["type"].Success ? parts.Groups["type"].Value : "any";
        return new TraceValue(type, parts.Groups["text"].Value, parts.Groups["alias"].Success ? int.Parse(parts.Groups["alias"].Value, null) : 0);
    }

    [GeneratedRegex(@"\A(?:\((?<type>[A-Za-z]\w*)\))?(?<text>.*?)(?:&(?<alias>\d+))?\z", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
