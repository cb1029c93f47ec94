using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>A trace with its source lines, and what all renderings share.</summary>
internal sealed class RenderingInput
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string[] _lines;
    private readonly HashSet<int> _shared = [];

    public RenderingInput(Trace trace, string sourceText, string lineComment)
    {
        Trace = trace;
        LineComment = lineComment;
        _lines = sourceText.ReplaceLineEndings("\n").Split('\n');
        FindShared();
    }

    /// <summary>The trace.</summary>
    public Trace Trace { get; }

    /// <summary>What starts a comment in the language.</summary>
    public string LineComment { get; }

    /// <summary>Lines of the source.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The source line an event stands on, indentation kept; empty outside the main file.</summary>
    public string SourceLine(TraceEvent e) => e.File is null ? SourceLine(e.Line) : string.Empty;

    /// <summary>A line of the main file.</summary>
    public string SourceLine(int line) => line >= 1 && line <= _lines.Length ? _lines[line - 1] : string.Empty;

    /// <summary>A value as text on one line; <c>&amp;n</c> marks what two names share.</summary>
    public string Show(TraceValue value)
    {
        var text = OneLine(value.Text);
        return _shared.Contains(value.Alias) ? $"{text}&{value.Alias}" : text;
    }

    /// <summary>An exception as <c>Type: message</c>.</summary>
    public static string Show(TraceException exception) =>
        exception.Message is { } message ? $"{exception.Type}: {OneLine(message)}" : exception.Type;

    /// <summary>Bytes as a JSON string; what is not UTF-8 shows as U+FFFD.</summary>
    public static string Quote(TraceChunk chunk) => Quote(Encoding.UTF8.GetString(chunk.Bytes.AsSpan()));

    /// <summary>A text as a JSON string.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);

    /// <summary>A JSON value on one line.</summary>
    public static string Json(JsonNode node) => node.ToJsonString(Relaxed);

    /// <summary>Changes as <c>a=1 b=2 -c</c>; empty when there are none.</summary>
    public string Changes(TraceEvent e, string separator = " ")
    {
        if (e.Set.IsEmpty && e.Deleted.IsEmpty)
        {
            return string.Empty;
        }

        return string.Join(separator, e.Set.Select(v => $"{v.Name}={Show(v.Value)}").Concat(e.Deleted.Select(d => $"-{d}")));
    }

    /// <summary>Name of a descriptor.</summary>
    public static string Stream(TraceChunk chunk) => chunk.Descriptor switch
    {
        0 => "stdin",
        1 => "stdout",
        2 => "stderr",
        var other => $"descriptor {other}",
    };

    private static string OneLine(string text) =>
        text.AsSpan().ContainsAny('\n', '\r') ? text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) : text;

    private void FindShared()
    {
        var holders = new Dictionary<int, (int Frame, string Name)>();
        foreach (var e in Trace.Events)
        {
            foreach (var (name, value) in e.Set)
            {
                if (value.Alias != 0 && !holders.TryAdd(value.Alias, (e.Frame, name)) && holders[value.Alias] != (e.Frame, name))
                {
                    _shared.Add(value.Alias);
                }
            }
        }
    }
}
