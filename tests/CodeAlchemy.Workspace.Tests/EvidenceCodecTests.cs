using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Workspace.Execution;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class EvidenceCodecTests
{
    [Fact]
    public void A_run_comes_back_as_it_went_in()
    {
        var run = Run();
        var back = EvidenceCodec.ReadRun(EvidenceCodec.Write(run));
        Assert.Equal(run.Stdout.AsEnumerable(), back.Stdout);
        Assert.Equal(run with { Stdout = [], Stderr = [] }, back with { Stdout = [], Stderr = [] });
    }

    [Fact]
    public void What_came_of_a_script_comes_back_file_by_file()
    {
        var script = new ScriptResult { Run = Run(), IsNearLimit = true };
        script = script with { Files = script.Files.Add("trace2.txt", [0, 255]).Add("trace1.txt", []) };

        var back = EvidenceCodec.ReadScript(EvidenceCodec.Write(script));

        Assert.Equal(["trace1.txt", "trace2.txt"], back.Files.Keys);
        Assert.Equal(ScriptResult.DigestOf(script.Files), ScriptResult.DigestOf(back.Files));
        Assert.Equal((true, 0, ExecutionStatus.Error), (back.IsNearLimit, back.FilesLeftOut, back.Run.Status));
        Assert.Equal(3, EvidenceCodec.ReadScript(EvidenceCodec.Write(script with { FilesLeftOut = 3 })).FilesLeftOut);
    }

    [Fact]
    public void Evidence_without_a_trace_keeps_its_reason()
    {
        var evidence = new TraceEvidence { Untraced = Run(), Traced = [Run(), Run()], Reason = "nondeterministic", Detail = "they differ", Evidence = "a ≠ b" };
        var back = EvidenceCodec.ReadEvidence(EvidenceCodec.Write(evidence));
        Assert.Equal((evidence.Reason, evidence.Detail, evidence.Evidence, 2), (back.Reason, back.Detail, back.Evidence, back.Traced.Length));
        Assert.Null(back.Agreed);
    }

    [Fact]
    public void The_agreed_trace_comes_back_event_for_event()
    {
        var trace = new Trace(
            new TraceHeader { Language = "python", LanguageVersion = "3.11", Tracer = "1.0.0", SourceSha256 = new string('a', 64), StdinSha256 = new string('b', 64), Limits = TraceLimits.Default, Isolation = IsolationLevel.Strict },
            [
                new TraceEvent { Sequence = 1, Kind = TraceEventKind.Call, Frame = 1, Function = "main", Line = 1, Set = [new TraceVariable("n", new TraceValue("int", "7"))] },
                new TraceEvent { Sequence = 2, Kind = TraceEventKind.Output, Chunk = new TraceChunk(1, [.. "é\n"u8]) },
                new TraceEvent { Sequence = 3, Kind = TraceEventKind.Return, Frame = 1, Line = 2, Value = new TraceValue("list", "[1, …]", 1, 40) },
            ],
            new TraceEnd(ExecutionStatus.Ok, 0, null, 3, new string('c', 64), new string('d', 64)));
        var back = EvidenceCodec.ReadEvidence(EvidenceCodec.Write(new TraceEvidence { Untraced = Run(), Traced = [], Agreed = trace })).Agreed!;
        Assert.Equal(TraceJson.ToText(trace), TraceJson.ToText(back));
    }

    private static RunResult Run() => new()
    {
        Status = ExecutionStatus.Error,
        ExitCode = 3,
        Stdout = [1, 2, 0, 255],
        Stderr = [],
        Elapsed = TimeSpan.FromMilliseconds(12),
        Processor = TimeSpan.FromMilliseconds(5),
        PeakMemory = 1 << 20,
        Detail = "a detail",
    };
}
