using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>
/// Holds a tracer's output records against what the host itself read from the pipes. The pipe is the truth; records only
/// say when. Where they don't add up, they are dropped and the output stands at the end of the trace.
/// </summary>
public static class OutputPlacement
{
    /// <summary>Reconciles both descriptors.</summary>
    /// <param name="events">Events as read.</param>
    /// <param name="stdout">What came through the pipe of descriptor 1.</param>
    /// <param name="stderr">What came through the pipe of descriptor 2.</param>
    /// <param name="notes">Receives a sentence for each descriptor whose records were dropped.</param>
    /// <returns>Events numbered from 1 whose output records add up to the pipes.</returns>
    public static ImmutableArray<TraceEvent> Reconcile(
        ImmutableArray<TraceEvent> events, ImmutableArray<byte> stdout, ImmutableArray<byte> stderr, ICollection<string> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        // Long traces are walked over once.
        var placements = events.Where(e => e.Kind is TraceEventKind.Output or TraceEventKind.Truncated).ToList();
        var isTruncated = placements.Exists(e => e.Kind == TraceEventKind.Truncated);
        var tail = new List<TraceEvent>();
        var dropped = new bool[3];
        foreach (var (descriptor, seen) in new[] { (1, stdout), (2, stderr) })
        {
            var placed = PlacedBytes(placements, descriptor, seen.AsSpan());
            if (placed == seen.Length)
            {
                continue;
            }

            var isPrefix = placed >= 0 && isTruncated;
            if (!isPrefix)
            {
                dropped[descriptor] = true;
                notes.Add($"Output to descriptor {descriptor} could not be placed in time and stands at the end.");
            }

            var rest = isPrefix ? seen[placed..] : seen;
            if (rest.Length > 0)
            {
                tail.Add(new TraceEvent
                {
                    Sequence = 1, Kind = TraceEventKind.Output, Chunk = new TraceChunk(descriptor, rest),
                });
            }
        }

        return tail.Count == 0 && !dropped[1] && !dropped[2] ? events : Renumber(events.Where(e => !IsDropped(e)).Concat(tail));

        bool IsDropped(TraceEvent e) => e.Kind == TraceEventKind.Output && dropped[e.Chunk!.Descriptor];
    }

    /// <summary>Bytes of <paramref name="seen"/> that the records cover from its start, or −1 when they say something else.</summary>
    private static int PlacedBytes(List<TraceEvent> events, int descriptor, ReadOnlySpan<byte> seen)
    {
        var at = 0;
        foreach (var e in events)
        {
            if (e.Kind != TraceEventKind.Output || e.Chunk!.Descriptor != descriptor)
            {
                continue;
            }

            var bytes = e.Chunk.Bytes.AsSpan();
            if (!seen[at..].StartsWith(bytes))
            {
                return -1;
            }

            at += bytes.Length;
        }

        return at;
    }

    private static ImmutableArray<TraceEvent> Renumber(IEnumerable<TraceEvent> events) =>
        [.. events.Select((e, i) => e.Sequence == i + 1 ? e : e with { Sequence = i + 1 })];
}
