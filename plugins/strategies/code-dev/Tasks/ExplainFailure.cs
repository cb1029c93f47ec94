using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;
using Say = CodeAlchemy.Grounded.Questions.Kinds.Say;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>A run that fails: what happened, where, and through which calls it came there. No repair is offered.</summary>
internal sealed class ExplainFailure : PureTask
{
    private const int MostFrames = 12;
    private const int LinesBefore = 4;
    private const int FewestBefore = 2;
    private static readonly string[] Counts = ["no", "one", "two", "three", "four"];

    // What C and C++ programs do after that is not determined by their text.
    private const int FloatingPoint = 8;
    private const int Segmentation = 11;

    public override string Name => "explain-failure";

    public override TraceTrust Needs => TraceTrust.Exceptions | TraceTrust.Values | TraceTrust.Lines;

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        var faulty = faults.Faults.Where(f => Fails(f.Faulty) && !Fails(f.Study)).Take(1).Select(f => f.Faulty);
        return bench.Showable.Where(Fails).Take(2).Concat(faulty).Select(study => Question(bench, study)).OfType<DevQuestion>();
    }

    private static bool Fails(CaseStudy? study) => study is { Replay.Truncated: false } && study.Trace.End.Status is ExecutionStatus.Error or ExecutionStatus.Signal && study.Trace.End.Signal is not (FloatingPoint or Segmentation);

    private static DevQuestion? Question(Bench bench, CaseStudy study)
    {
        var raised = Uncaught(study);
        var last = study.Replay.Lines.LastOrDefault(v => raised is null || (v.Sequence < raised.Sequence && v.Frame == raised.Frame));
        if (last is null || !IsWhole(study, last) || IsInner(study, last) || CallGraph.Of(study.Trace).Chain(last.Frame).Count() > MostFrames)
        {
            return null;
        }

        return raised is null ? Ending(bench, study, last) : Raised(bench, study, raised, last);
    }

    private static DevQuestion Raised(Bench bench, CaseStudy study, TraceEvent raised, LineVisit last)
    {
        var exception = raised.Exception!;
        var values = UsedValues.Of(study, last);
        var head = $"{Told(exception)} is raised on {FaultText.Place(bench.Outline, last.Line)} and not caught, so the run ends with {CaseWords.Ending(study.Trace.End)}. The line is:";
        return Made(bench, study, last, $"The run fails: it ends with {CaseWords.Ending(study.Trace.End)}.", Answer(study, last, head, values, "")) with
        {
            Bank = values.IsComplete ? "ask-explain-failure" : "ask-explain-place",
            Secret = exception.Message is { Length: > 12 } message ? $"{exception.Type}: {message}" : null,
            Labels = Labels(bench, study, "exception"),
            Facts = Facts(study, last, exception.Type),
        };
    }

    // What a program has just looked at says more of a status that it chooses than the line that returns it.
    private static DevQuestion? Ending(Bench bench, CaseStudy study, LineVisit last)
    {
        var end = study.Trace.End;
        var before = study.Replay.Lines.Where(v => v.Sequence < last.Sequence).TakeLast(LinesBefore).ToList();
        if (before.Count < FewestBefore || !before.All(v => IsWhole(study, v)) || IsRepeated([.. before, last]) || study.Replay.Trace.Events.Any(e => e.Kind == TraceEventKind.Exception && e.Exception!.Type != "SystemExit")
            || end.ExitCode is null)
        {
            return null;
        }

        var head = $"The last line that the run reaches is {FaultText.Place(bench.Outline, last.Line)}; the run then ends with {CaseWords.Ending(end)}. The line is:";
        var lines = string.Join('\n', before.Select(v => $"- {FaultText.Place(bench.Outline, v.Line)}: {Fences.Span(SourceLines.Of(study.Source.Text, v.Line))}"));
        return Made(bench, study, last, $"The run ends with {CaseWords.Ending(end)}.", Answer(study, last, head, UsedValues.Of(study, last), $"\n\nThe lines before it, in the order in which they ran:\n\n{lines}")) with
        {
            Bank = "ask-explain-ending",
            Slots = ImmutableDictionary<string, string>.Empty.Add("count", Counts[before.Count]),
            Labels = Labels(bench, study, "exit"),
            Facts = Facts(study, last, null),
        };
    }

    private static DevQuestion Made(Bench bench, CaseStudy study, LineVisit last, string ends, string answer) => new()
    {
        Study = study,
        Answer = answer,
        Values = ImmutableDictionary<string, object?>.Empty.Add("output", CaseWords.Output("Its standard output", study.Output!)).Add("ends", ends),
    };

    private static ImmutableSortedDictionary<string, string> Labels(Bench bench, CaseStudy study, string failure) => ImmutableSortedDictionary<string, string>.Empty
        .Add("failure", failure).Add("program", study.Source.Sha256 == bench.Source.Sha256 ? "original" : "faulty");

    private static JsonObject Facts(CaseStudy study, LineVisit last, string? exception) =>
        new() { ["line"] = last.Line, ["exception"] = exception, ["exitCode"] = study.Trace.End.ExitCode };

    private static TraceEvent? Uncaught(CaseStudy study)
    {
        var last = study.Trace.Events.LastOrDefault(e => e.Kind == TraceEventKind.Exception && e.Exception!.Type != "SystemExit" && e.File is null);
        return last is not null && !study.Trace.Events.Any(e => e.Kind == TraceEventKind.Catch && e.Sequence > last.Sequence) ? last : null;
    }

    private static string Answer(CaseStudy study, LineVisit last, string head, UsedValues values, string before) =>
        $"{head}\n\n{Fences.Wrap(SourceLines.Of(study.Source.Text, last.Line), study.Source.Language)}{(values.Told.IsEmpty ? "" : $"\n\nAt that moment {Say.List([.. values.Told])}.")}{before}{Chain(study, last)}";

    // A line that runs again at once is a comprehension or the like, whose steps nobody counts as lines.
    private static bool IsRepeated(List<LineVisit> visits) => visits.Zip(visits.Skip(1)).Any(pair => pair.First.Line == pair.Second.Line);

    // Frames of comprehensions come and go with the version of Python.
    private static bool IsInner(CaseStudy study, LineVisit visit) =>
        CallGraph.Of(study.Trace).Chain(visit.Frame).FirstOrDefault()?.Function is { } name && name.StartsWith('<') && name != "<module>";

    // Of a statement over several lines a line says too little, and which of them counts is the compiler's choice.
    private static bool IsWhole(CaseStudy study, LineVisit visit)
    {
        var line = SourceLines.Of(study.Source.Text, visit.Line);
        return line.Count(c => c is '(' or '[') == line.Count(c => c is ')' or ']');
    }

    private static string Told(TraceException exception) =>
        string.IsNullOrEmpty(exception.Message) || exception.Message.Contains('\n', StringComparison.Ordinal)
            ? $"An exception of type {Fences.Span(exception.Type)}"
            : $"The exception {Fences.Span($"{exception.Type}: {exception.Message}")}";

    private static string Chain(CaseStudy study, LineVisit last)
    {
        var chain = CallGraph.Of(study.Trace).Chain(last.Frame).Reverse().ToList();
        if (chain.Count < 2)
        {
            return chain is [{ Function: not ("<module>" or "") } only] ? $"\n\nNo other call of the program's own functions is open: {Functions.Name(only)} is where the program begins." : "\n\nNo call of the program's own functions is open: the line belongs to the main program itself.";
        }

        var text = new StringBuilder("\n\nThe calls that led there, the outermost first:\n\n");
        foreach (var call in chain)
        {
            var at = study.Replay.Lines.LastOrDefault(v => v.Frame == call.Frame && v.Sequence <= last.Sequence);
            var code = at is null ? "" : $", line {FaultText.Number(at.Line)}: {Fences.Span(SourceLines.Of(study.Source.Text, at.Line))}";
            text.Append($"{FaultText.Number(call.Depth + 1)}. {Functions.Name(call)}{code}\n");
        }

        return text.ToString();
    }
}
