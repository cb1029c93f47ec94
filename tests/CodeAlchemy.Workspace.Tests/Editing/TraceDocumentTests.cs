using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Workspace.Editing;
using Xunit;

namespace CodeAlchemy.Workspace.Tests.Editing;

public sealed class TraceDocumentTests(EditorFixture fixture) : IClassFixture<EditorFixture>
{
    private const string Header = """{"schema":"codealchemy.trace/1","language":"python","languageVersion":"3.11.7","tracer":"1.0.0","source":{"sha256":"00"},"case":{"arguments":[],"stdinSha256":"00"},"environment":{},"limits":{"events":9,"bytes":9,"depth":1,"items":1,"characters":9},"isolation":"strict"}""";
    private const string Call = """{"seq":1,"kind":"call","frame":1,"depth":0,"function":"<module>","line":1}""";
    private const string Line = """{"seq":2,"kind":"line","frame":1,"line":2,"set":{"n":{"type":"str","text":"'𝒳'"}}}""";
    private const string Return = """{"seq":3,"kind":"return","frame":1,"line":2}""";
    private const string End = """{"seq":4,"kind":"end","status":"ok","exitCode":0,"signal":null,"events":4,"recorded":4,"stdoutSha256":"00","digest":"00"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_sound_trace_has_no_faults() => Assert.Empty(Faults(Header, Call, Line, Return, End));

    [Fact]
    public void Every_malformed_line_is_told()
    {
        var faults = Faults(Header, Call.Replace("\"call\"", "\"cal\"", StringComparison.Ordinal), Line, "{\"seq\":3,\"kind\":𝒳}", End);

        Assert.Equal([1, 3], faults.Select(fault => fault.Range.Start.Line));
        Assert.Equal([0, 16], faults.Select(fault => fault.Range.Start.Column));
        Assert.Contains("'cal' is not known", faults[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData(Header + "\n" + Line + "\n" + End)]
    [InlineData(Header + "\n" + Call + "\n\n" + Line + "\nnull\n" + End)]
    [InlineData(Header + "\n" + Call + "\n" + Line + "\n" + Return + "\n" + End + "\n" + End)]
    [InlineData(Header + "\n" + Call + "\n" + End)]
    public void The_first_fault_is_the_one_at_which_the_reader_stops(string text)
    {
        var stopped = Assert.Single(TraceJson.Read(text, "t").Diagnostics);

        var first = TraceJson.Check(text, "t", Token)[0];

        Assert.Equal((stopped.Code, stopped.Message, stopped.Remedy, stopped.Location!.Line), (first.Code, first.Message, first.Remedy, first.Location!.Line));
    }

    [Fact]
    public void A_gap_is_told_once()
    {
        var fault = Assert.Single(Faults(Header, Call, Return, End));

        Assert.Equal(2, fault.Range.Start.Line);
        Assert.Contains("2 was expected", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_that_was_cut_off_says_so() => Assert.Contains("no end line", Assert.Single(Faults(Header, Call)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "A trace of a program in python 3.11.7, made by the tracer 1.0.0 with isolation strict.")]
    [InlineData(2, "n is now '𝒳'. Line 2 of <module> runs: `print(n)`.")]
    [InlineData(4, "The program ends: ok, exit status 0.")]
    [InlineData(5, null)]
    public void An_event_is_told_in_a_sentence(int line, string? sentence)
    {
        var document = Beside("total.py", "total.trace.jsonl");

        Assert.Equal(sentence, fixture.Documents.Hover(document, new TextPosition(line, 3), Token)?.Markdown);
    }

    [Theory]
    [InlineData("total.py", "total.trace.jsonl")]
    [InlineData("total.py", "total.py.trace.jsonl")]
    public void An_event_leads_to_its_line_in_the_source(string source, string trace)
    {
        var document = Beside(source, trace);

        var location = Assert.Single(fixture.Documents.Definition(document, new TextPosition(2, 0), Token));

        Assert.Equal(Path.Combine(Path.GetDirectoryName(document.Path)!, source), location.Path);
        Assert.Equal(1, location.Range.Start.Line);
        Assert.Empty(fixture.Documents.Definition(document, new TextPosition(0, 0), Token));
    }

    [Fact]
    public void The_outline_is_the_calls() =>
        Assert.Equal(["<module>"], fixture.Documents.Symbols(new DocumentInput("/x/a.trace.jsonl", string.Join("\r\n", Header, Call, Line, Return, End)), Token).Select(symbol => symbol.Name));

    private IReadOnlyList<EditorDiagnostic> Faults(params string[] lines) => fixture.Documents.Diagnose(new DocumentInput("/x/a.trace.jsonl", string.Join('\n', lines) + "\n"), Token);

    private DocumentInput Beside(string source, string trace)
    {
        var folder = fixture.NewFolder();
        File.WriteAllText(Path.Combine(folder, source), "n = '𝒳'\nprint(n)\n");
        return new DocumentInput(Path.Combine(folder, trace), string.Join('\n', Header, Call, Line, Return, End) + "\n");
    }
}
