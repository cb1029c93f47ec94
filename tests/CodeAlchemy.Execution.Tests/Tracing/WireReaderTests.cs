using System.Text;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Tests.Tracing;

public sealed class WireReaderTests
{
    [Fact]
    public void Every_kind_of_record_becomes_an_event()
    {
        var wire = Read(
            "c|1|0|1|<module>|=n|int|7", "l|1|2|~book|dict|{'a': 1}|3||-gone", "x|1|2|Refused|no", "k|1|3|Refused|", "r|1|4|^|str|'ab…'||900",
            "r|2|5|u|h|2", "o|1|total\n", "i|0|yes", "t|2|start", "l|3|9|f|other.py", "z|events");

        Assert.Null(wire.Malformed);
        Assert.Equal(Enumerable.Range(1, 11), wire.Events.Select(e => e.Sequence));
        Assert.Equal(("<module>", 0, 1), (wire.Events[0].Function, wire.Events[0].Depth, wire.Events[0].Line));
        Assert.Equal(new TraceVariable("n", new TraceValue("int", "7")), wire.Events[0].Set.Single());
        Assert.Equal(new TraceValue("dict", "{'a': 1}", 3), wire.Events[1].Set.Single().Value);
        Assert.Equal("gone", wire.Events[1].Deleted.Single());
        Assert.Equal(new TraceException("Refused", "no"), wire.Events[2].Exception);
        Assert.Null(wire.Events[3].Exception!.Message);
        Assert.Equal(900, wire.Events[4].Value!.Length);
        Assert.True(wire.Events[5].Unwound);
        Assert.Equal(2, wire.Events[5].Thread);
        Assert.Equal("total\n"u8, wire.Events[6].Chunk!.Bytes.AsSpan());
        Assert.Equal("other.py", wire.Events[9].File);
        Assert.True(wire.IsTruncated);
    }

    [Theory]
    [InlineData("an unknown kind", "q|1|2")]
    [InlineData("a missing line", "l|1")]
    [InlineData("a line of zero", "l|1|0")]
    [InlineData("a frame of zero", "l|0|1")]
    [InlineData("a negative number", "l|-1|1")]
    [InlineData("a number with a sign", "l|+1|1")]
    [InlineData("a number with a tail", "l|1|2x")]
    [InlineData("a number too large", "l|1|99999999999")]
    [InlineData("an unknown item", "l|1|2|?x")]
    [InlineData("a variable without text", "l|1|2|=x|int")]
    [InlineData("a value where nothing returns", "l|1|2|>|int|1")]
    [InlineData("unwinding where nothing returns", "c|1|0|1|f|u")]
    [InlineData("output to another descriptor", "o|5|x")]
    [InlineData("fields after output", "o|1|x|y")]
    [InlineData("a thread that does neither", "t|2|pause")]
    [InlineData("an unknown limit", "z|time")]
    [InlineData("a stray escape", "l|1|2|=x|str|a\u0010b")]
    [InlineData("an empty item", "l|1|2|")]
    public void A_record_that_does_not_fit_refuses_the_whole_trace(string what, string record)
    {
        var wire = Read("c|1|0|1|f", record, "l|1|3");

        Assert.True(wire.Malformed is not null, what);
        Assert.Empty(wire.Events);
    }

    [Theory]
    [InlineData("x:l,")]
    [InlineData("-1:l,")]
    [InlineData("0:,")]
    [InlineData("5:l\u001f1\u001f2;4:junk,")]
    [InlineData("99999999999:x,")]
    [InlineData("l\u001f1\u001f2,")]
    public void A_frame_that_is_no_netstring_is_refused(string bytes) =>
        Assert.NotNull(WireReader.Read(Encoding.UTF8.GetBytes(bytes)).Malformed);

    [Fact]
    public void A_record_cut_off_at_the_end_is_left_out_and_said()
    {
        var whole = Encode("l|1|2", "l|1|3");
        var wire = WireReader.Read(whole.AsSpan(0, whole.Length - 3));

        Assert.Null(wire.Malformed);
        Assert.True(wire.HasPartialTail);
        Assert.Equal(2, wire.Events.Single().Line);
    }

    [Fact]
    public void Zeros_of_a_mapped_file_end_the_stream()
    {
        var wire = WireReader.Read([.. Encode("l|1|2"), .. new byte[4096]]);

        Assert.False(wire.HasPartialTail);
        Assert.Single(wire.Events);
    }

    [Fact]
    public void Escaped_separators_come_back()
    {
        var wire = WireReader.Read(Frame([.. "o\u001f1\u001fa"u8, 0x10, 0x5F, (byte)'b', 0x10, 0x50]));

        Assert.Equal("a\u001fb\u0010"u8, wire.Events.Single().Chunk!.Bytes.AsSpan());
    }

    [Fact]
    public void Text_that_is_not_utf8_is_shown_with_replacements_and_output_keeps_its_bytes()
    {
        var wire = WireReader.Read([.. Frame([.. "l\u001f1\u001f2\u001f=x\u001fstr\u001f"u8, 0xFF]), .. Frame([.. "o\u001f1\u001f"u8, 0xFF])]);

        Assert.Equal("\uFFFD", wire.Events[0].Set.Single().Value.Text);
        Assert.Equal([0xFF], wire.Events[1].Chunk!.Bytes.ToArray());
    }

    internal static byte[] Encode(params string[] records) =>
        [.. records.SelectMany(r => Frame(Encoding.UTF8.GetBytes(r.Replace('|', '\u001f'))))];

    private static WireTrace Read(params string[] records) => WireReader.Read(Encode(records));

    private static byte[] Frame(byte[] payload) => [.. Encoding.ASCII.GetBytes($"{payload.Length}:"), .. payload, (byte)','];
}
