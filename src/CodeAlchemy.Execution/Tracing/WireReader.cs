using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>
/// Reads the records of docs/trace-wire.md into events. Strict: one record that does not fit refuses the whole trace,
/// because the program shares memory with its tracer and could have written it.
/// </summary>
public static class WireReader
{
    /// <summary>Reads all records; long traces on all processors.</summary>
    /// <param name="records">Content of the trace file; a zero byte where a record should begin ends it.</param>
    public static WireTrace Read(ReadOnlySpan<byte> records) => Read(records, []);

    /// <summary>Reads the records behind those that were read before.</summary>
    /// <param name="records">The rest of the trace file.</param>
    /// <param name="before">Events of the records in front of it; they become part of the trace.</param>
    internal static unsafe WireTrace Read(ReadOnlySpan<byte> records, IReadOnlyCollection<TraceEvent[]> before)
    {
        var frames = WireFrames.Find(records);
        var first = before.Sum(part => part.Length);
        var events = new TraceEvent[first + frames.Count];
        Join(before, events);
        var malformed = new string?[frames.Parts.Count];
        fixed (byte* start = records)
        {
            var bytes = (nint)start;
            Parallel.For(0, malformed.Length, static () => new WireStrings(), (number, _, strings) =>
            {
                var part = frames.Parts[number];
                malformed[number] = Read(new ReadOnlySpan<byte>((byte*)bytes + part.Start, part.Length), part, first, strings, events);
                return strings;
            }, static _ => { });
        }

        var reason = Array.Find(malformed, m => m is not null) ?? (frames.Malformed is { } m ? Refusal(first + frames.Count, m) : null);
        return reason is null
            ? new WireTrace(ImmutableCollectionsMarshal.AsImmutableArray(events), null, frames.HasPartialTail)
            : new WireTrace([], reason, false);
    }

    private static void Join(IEnumerable<TraceEvent[]> parts, TraceEvent[] events)
    {
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(events, at);
            at += part.Length;
        }
    }

    private static string? Read(ReadOnlySpan<byte> rest, WireFrames.Part part, int first, WireStrings strings, TraceEvent[] events)
    {
        var reader = new WireEvents(strings);
        for (var i = first + part.First; i < first + part.First + part.Count; i++)
        {
            try
            {
                events[i] = reader.Event(WireFrames.Take(ref rest), i + 1);
            }
            catch (WireFormatException e)
            {
                return Refusal(i, e.Message);
            }
        }

        return null;
    }

    private static string Refusal(int before, string why) => $"record {before + 1}: {why}";
}
