using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Tests.Tracing;

public sealed class OutputPlacementTests
{
    private readonly List<string> _notes = [];

    [Fact]
    public void Records_that_add_up_stay_where_they_are()
    {
        var events = Events("l|1|1", "o|1|a", "l|1|2", "o|1|b", "o|2|e");

        Assert.Equal(events, Reconcile(events, "ab", "e"));
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("too little", "abc")]
    [InlineData("too much", "a")]
    [InlineData("another order", "ba")]
    [InlineData("nothing", "")]
    public void Records_that_do_not_add_up_give_way_to_what_the_host_saw(string what, string seen)
    {
        var events = Reconcile(Events("o|1|a", "l|1|2", "o|1|b", "l|1|3"), seen, string.Empty);

        Assert.Equal(seen, Output(events, 1));
        Assert.Equal(Enumerable.Range(1, events.Length), events.Select(e => e.Sequence));
        Assert.Equal(seen.Length > 0 ? TraceEventKind.Output : TraceEventKind.Line, events[^1].Kind);
        Assert.True(_notes.Count == 1, what);
    }

    [Fact]
    public void One_descriptor_gives_way_without_the_other()
    {
        var events = Reconcile(Events("o|1|a", "l|1|2", "o|2|e"), "a", "else");

        Assert.Equal([TraceEventKind.Output, TraceEventKind.Line, TraceEventKind.Output], events.Select(e => e.Kind));
        Assert.Equal("else", Output(events, 2));
    }

    [Fact]
    public void After_a_truncated_trace_the_rest_of_the_output_follows()
    {
        var events = Reconcile(Events("o|1|a", "z|events"), "abc", string.Empty);

        Assert.Equal("abc", Output(events, 1));
        Assert.Equal("bc", Encoding.UTF8.GetString(events[^1].Chunk!.Bytes.AsSpan()));
        Assert.Empty(_notes);
    }

    private static ImmutableArray<TraceEvent> Events(params string[] records) => WireReader.Read(WireReaderTests.Encode(records)).Events;

    private static string Output(ImmutableArray<TraceEvent> events, int descriptor) => string.Concat(
        events.Where(e => e.Chunk?.Descriptor == descriptor).Select(e => Encoding.UTF8.GetString(e.Chunk!.Bytes.AsSpan())));

    private ImmutableArray<TraceEvent> Reconcile(ImmutableArray<TraceEvent> events, string stdout, string stderr) =>
        OutputPlacement.Reconcile(events, [.. Encoding.UTF8.GetBytes(stdout)], [.. Encoding.UTF8.GetBytes(stderr)], _notes);
}
