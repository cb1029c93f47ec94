using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Abstractions.Tracing;

public static partial class TraceJson
{
    private const int MostFaults = 200;

    /// <summary>Looks at every line as <see cref="Read(string, string)"/> does, and goes on behind a faulty one.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="file">Name for diagnostics.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is wrong, in the order of the lines; the first is what <see cref="Read(string, string)"/> finds.</returns>
    public static ImmutableArray<Diagnostic> Check(string text, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var state = (Number: 0, Next: 0, HasEnd: false);
        foreach (var line in text.EnumerateLines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            state.Number++;
            if (!line.IsEmpty && faults.Count < MostFaults)
            {
                Look(line.ToString(), ref state.Next, ref state.HasEnd, (message, remedy, column) => faults.Add(Fault(file, state.Number, column, message, remedy)));
            }
        }

        if (!state.HasEnd && faults.Count == 0)
        {
            faults.Add(Fault(file, state.Number, 0, "The trace has no end line.", "It was cut off; make it again."));
        }

        return faults.ToImmutable();
    }

    /// <summary>The event that a line holds; <see langword="null"/> for any other line.</summary>
    /// <param name="line">One line of a trace.</param>
    public static TraceEvent? EventOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var fields = new JsonFields(json.RootElement);
            return fields.Has("seq") && fields.TextOrNull("kind") is not (null or "end") ? ReadEvent(fields, fields.Number("seq")) : null;
        }
        catch (Exception fault) when (fault is JsonException or TraceFormatException)
        {
            return null;
        }
    }

    /// <summary>The header that a line holds, or <see langword="null"/>.</summary>
    /// <param name="line">The first line of a trace.</param>
    public static TraceHeader? HeaderOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return ReadHeader(new JsonFields(json.RootElement));
        }
        catch (Exception fault) when (fault is JsonException or TraceFormatException)
        {
            return null;
        }
    }

    private static void Look(string line, ref int next, ref bool hasEnd, Action<string, string, int> fault)
    {
        var expected = next++;
        try
        {
            using var json = JsonDocument.Parse(line);
            var fields = new JsonFields(json.RootElement);
            if (expected == 0)
            {
                ReadHeader(fields);
                return;
            }

            // A gap is told once: the lines behind it are counted from what stands there.
            next = fields.Has("seq") && fields.Number("seq") is > 0 and < int.MaxValue and var given ? given + 1 : next;
            if (hasEnd)
            {
                throw new TraceFormatException("There is a line after the end line.", "Remove it.");
            }

            hasEnd = fields.Text("kind") == "end";
            if (hasEnd)
            {
                ReadEnd(fields, expected - 1);
            }
            else
            {
                ReadEvent(fields, expected);
            }
        }
        catch (TraceFormatException e)
        {
            fault(e.Message, e.Remedy, 0);
        }
        catch (JsonException e)
        {
            fault($"The line is not JSON: {e.Message}", "A trace holds one JSON object per line.", Column(line, e.BytePositionInLine));
        }
    }

    private static Diagnostic Fault(string file, int line, int column, string message, string remedy) =>
        new("trace-format", DiagnosticSeverity.Error, message, new TextLocation(file, line, column), remedy);

    // The reader counts bytes of UTF-8, editors count UTF-16.
    private static int Column(string line, long? bytes)
    {
        var (at, left) = (0, bytes ?? 0);
        foreach (var rune in line.EnumerateRunes())
        {
            left -= rune.Utf8SequenceLength;
            if (left < 0)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return Math.Min(at, line.Length) + 1;
    }
}
