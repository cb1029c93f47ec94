using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Tests.Tracing;

public sealed class TraceJsonTests
{
    private static readonly TraceHeader Header = new()
    {
        Language = "python",
        LanguageVersion = "3.11.2",
        Tracer = "1.0.0",
        SourceSha256 = "ab",
        Arguments = ["x"],
        StdinSha256 = "cd",
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add("TZ", "UTC"),
        Limits = TraceLimits.Default,
        Isolation = IsolationLevel.Strict,
    };

    [Fact]
    public void Lines_have_their_keys_in_the_order_of_the_format()
    {
        var trace = Make("c|1|0|41|main|=n|int|7", "l|1|42|~book|dict|{'a': 10}|1||-x", "o|1|total 15\n", "x|2|18|Refused|no", "r|2|18|u", "r|1|50|>|int|3");

        Assert.Equal(
            """
            {"schema":"codealchemy.trace/1","language":"python","languageVersion":"3.11.2","tracer":"1.0.0","source":{"sha256":"ab"},"case":{"arguments":["x"],"stdinSha256":"cd"},"environment":{"TZ":"UTC"},"limits":{"events":100000,"bytes":33554432,"depth":4,"items":32,"characters":256},"isolation":"strict"}
            {"seq":1,"kind":"call","frame":1,"depth":0,"function":"main","line":41,"set":{"n":{"type":"int","text":"7"}}}
            {"seq":2,"kind":"line","frame":1,"line":42,"set":{"book":{"type":"dict","text":"{'a': 10}","alias":1}},"del":["x"]}
            {"seq":3,"kind":"output","output":{"fd":1,"text":"total 15\n"}}
            {"seq":4,"kind":"exception","frame":2,"line":18,"exception":{"type":"Refused","message":"no"}}
            {"seq":5,"kind":"return","frame":2,"line":18,"unwound":true}
            {"seq":6,"kind":"return","frame":1,"line":50,"value":{"type":"int","text":"3"}}
            {"seq":7,"kind":"end","status":"ok","exitCode":3,"signal":null,"events":7,"recorded":7,"stdoutSha256":"ef","digest":"DIGEST"}

            """.Replace("DIGEST", trace.End.Digest, StringComparison.Ordinal),
            TraceJson.ToText(trace));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var trace = Make("c|1|0|1|f|~s|str|'a…'|2|900", "l|1|2|f|b.py|h|3", "i|0|in", "t|2|start", "k|1|3|E|", "z|bytes");
        var text = TraceJson.ToText(trace);

        var read = TraceJson.Read(text, "t.jsonl");

        Assert.Empty(read.Diagnostics);
        Assert.Equal(text, TraceJson.ToText(read.Value!));
        Assert.True(TraceDigest.IsRight(read.Value!));
    }

    [Fact]
    public void Output_that_is_not_utf8_is_base64()
    {
        var chunk = new TraceEvent { Sequence = 1, Kind = TraceEventKind.Output, Chunk = new TraceChunk(1, [0xFF, 0x00]) };

        Assert.Equal("""{"seq":1,"kind":"output","output":{"fd":1,"base64":"/wA="}}""", TraceJson.EventText(chunk));
    }

    [Fact]
    public void The_digest_covers_all_but_environment_and_counters()
    {
        var trace = Make("l|1|2|=x|int|1");
        var other = trace.Header with { Environment = trace.Header.Environment.Add("hostName", "elsewhere") };

        Assert.Equal(trace.End.Digest, TraceDigest.Compute(other, trace.Events, trace.End));
        Assert.NotEqual(trace.End.Digest, TraceDigest.Compute(other with { LanguageVersion = "3.12" }, trace.Events, trace.End));
        Assert.NotEqual(trace.End.Digest, TraceDigest.Compute(trace.Header, trace.Events, trace.End with { ExitCode = 4 }));
        Assert.NotEqual(trace.End.Digest, Make("l|1|2|=x|int|2").End.Digest);
    }

    [Theory]
    [InlineData("an unknown major version", "codealchemy.trace/1", "codealchemy.trace/2", "schema")]
    [InlineData("an unknown key of an event", "\"frame\":1,", "\"frame\":1,\"fraem\":2,", "fraem")]
    [InlineData("an unknown key of a value", "\"type\":\"int\"", "\"type\":\"int\",\"kind\":1", "kind")]
    [InlineData("an unknown kind", "\"kind\":\"line\"", "\"kind\":\"step\"", "step")]
    [InlineData("an unknown status", "\"status\":\"ok\"", "\"status\":\"fine\"", "fine")]
    [InlineData("a gap in the numbers", "\"seq\":1,", "\"seq\":5,", "5")]
    [InlineData("a missing digest", ",\"digest\":", ",\"signal2\":", "signal2")]
    [InlineData("no JSON", "{\"seq\":1", "seq", "JSON")]
    public void Anything_else_is_an_error_that_names_the_line(string what, string found, string replacement, string named)
    {
        var text = TraceJson.ToText(Make("l|1|2|=x|int|1"));

        var read = TraceJson.Read(text.Replace(found, replacement, StringComparison.Ordinal), "t.jsonl");

        var diagnostic = Assert.Single(read.Diagnostics);
        Assert.True(read.Value is null, what);
        Assert.Contains(named, diagnostic.Message, StringComparison.Ordinal);
        Assert.True(diagnostic.Location!.Line > 0);
    }

    [Fact]
    public void A_trace_without_an_end_was_cut_off()
    {
        var text = TraceJson.ToText(Make("l|1|2"));

        var read = TraceJson.Read(text[..text.LastIndexOf("{\"seq\":2", StringComparison.Ordinal)], "t.jsonl");

        Assert.Contains("no end line", read.Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    internal static Trace Make(params string[] records)
    {
        var events = WireReader.Read(WireReaderTests.Encode(records)).Events;
        var end = new TraceEnd(ExecutionStatus.Ok, 3, null, events.Length, "ef", string.Empty);
        return new Trace(Header, events, end with { Digest = TraceDigest.Compute(Header, events, end) });
    }
}
