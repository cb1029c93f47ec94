
namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>Writes the lines of events; those of long traces are made on all processors.</summary>
internal static class EventLines
{
    private const int Slice = 4096;

    /// <summary>Writes a line for each event.</summary>
    public static void Write(ReadOnlyMemory<TraceEvent> events, Stream output)
    {
        var free = new Stack<JsonLines>();
        var pending = new Queue<Task<JsonLines>>();
        while (!events.IsEmpty || pending.Count > 0)
        {
            while (!events.IsEmpty && pending.Count <= Environment.ProcessorCount)
            {
                var slice = events[..Math.Min(Slice, events.Length)];
                events = events[slice.Length..];
                var lines = free.TryPop(out var used) ? used : new JsonLines();
                pending.Enqueue(Task.Run(() => Render(slice.Span, lines)));
            }

            // A task that no thread has begun yet is done by this one.
            var done = pending.Dequeue().GetAwaiter().GetResult();
            done.WriteTo(output);
            free.Push(done);
        }

        foreach (var lines in free)
        {
            lines.Dispose();
        }
    }

    private static JsonLines Render(ReadOnlySpan<TraceEvent> events, JsonLines lines)
    {
        foreach (var e in events)
        {
            TraceJson.WriteEvent(lines.Json, e);
            lines.End();
        }

        return lines;
    }
}
