using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Workspace.Programs;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>One traced run as an editor shows it. Thread-safe; immutable but for what it computes when first asked.</summary>
public sealed class LiveTrace
{
    private readonly LineTimeline _timeline;
    private readonly SourceDescription _description;

    internal LiveTrace(TracedProgram program, Trace trace, SourceDescription description, ImmutableArray<(int First, int Last)> unreached)
    {
        Program = program;
        Trace = trace;
        _description = description;
        Unreached = unreached;
        _timeline = LineTimeline.Of(trace);
        Lines = _timeline.Records().ToImmutableSortedDictionary(pair => pair.Key, pair => WithoutItsFunction(pair.Value));
        Exceptions = TraceAnswers.Exceptions(TraceReplay.Of(trace));
        Calls = [.. trace.Events.Where(e => e is { Kind: TraceEventKind.Call, File: null }).GroupBy(e => FunctionOf(e.Line, e.Function)).Where(g => g.Key is not null)
            .Select(g => new FunctionCalls(g.Key!, g.Count(), LastReturn(g)))];
    }

    /// <summary>The source and the run.</summary>
    public TracedProgram Program { get; }

    /// <summary>The trace.</summary>
    public Trace Trace { get; }

    /// <summary>What each line did, by line from 1.</summary>
    public ImmutableSortedDictionary<int, LineRecord> Lines { get; }

    /// <summary>Exceptions in the order in which they were raised.</summary>
    public ImmutableArray<RaisedException> Exceptions { get; }

    /// <summary>Parts that the run did not come to: first and last line from 1.</summary>
    public ImmutableArray<(int First, int Last)> Unreached { get; }

    /// <summary>How often the functions of the source were called.</summary>
    public ImmutableArray<FunctionCalls> Calls { get; }

    /// <summary>What the program wrote to standard output.</summary>
    public string Stdout => Encoding.UTF8.GetString(Program.Run.Result.Stdout.AsSpan());

    /// <summary>Values of a variable in the function around a line, in order.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="line">A line of the function, from 1.</param>
    public IReadOnlyList<VariableMoment> History(string name, int line)
    {
        var function = _description.FunctionAt(line);
        return [.. _timeline.Moments(name).Where(moment => _description.FunctionAt(_timeline.HeadOf(moment.Frame)) == function)];
    }

    /// <summary>The program at a step.</summary>
    /// <param name="step">From 0 to the number of events less one; taken to the nearest of them.</param>
    public TraceState StateAt(int step) => TracePlayer.At(Trace, Math.Clamp(step, 0, Trace.Events.Length - 1));

    // That a definition gives its name a function goes without saying.
    private LineRecord WithoutItsFunction(LineRecord record) => record with
    {
        Variables = record.Variables.RemoveAll(v => _description.Functions.Any(f => f.StartLine == record.Line && f.Name == v.Name)),
    };

    // The last call may not have come back.
    private TraceValue? LastReturn(IEnumerable<TraceEvent> calls)
    {
        var frames = calls.Select(call => call.Frame).ToHashSet();
        return Trace.Events.LastOrDefault(e => e is { Kind: TraceEventKind.Return, Unwound: false } && frames.Contains(e.Frame))?.Value;
    }

    private SourceFunction? FunctionOf(int line, string? name) =>
        _description.FunctionAt(line) is { } function && (name?.EndsWith(function.Name, StringComparison.Ordinal) ?? false) ? function : null;
}

/// <summary>Calls of a function in a run.</summary>
/// <param name="Function">The function.</param>
/// <param name="Count">How often it was called.</param>
/// <param name="LastReturned">What the last call that came back by itself returned; <see langword="null"/> for nothing.</param>
public sealed record FunctionCalls(SourceFunction Function, int Count, TraceValue? LastReturned);
