using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
internal sealed partial class ExplainFailure : PureTask
{
    private const int MostFrames = 12;
    private const int LinesBefore = 4;

    public override string Name => "explain-failure";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        var faulty = faults.Faults.Where(f => Fails(f.Faulty) && !Fails(f.Study)).Take(1).Select(f => f.Faulty);
        return bench.Showable.Where(Fails).Take(2).Concat(faulty).Select(study => Question(bench, study)).OfType<DevQuestion>();
    }

    private static bool Fails(CaseStudy? study) => study is { Replay.Truncated: false } && study.Trace.End.Status is ExecutionStatus.Error or ExecutionStatus.Signal;

    private static DevQuestion? Question(Bench bench, CaseStudy study)
    {
        var raised = Uncaught(study);
        var last = study.Replay.Lines.LastOrDefault(v => raised is null || (v.Sequence < raised.Sequence && v.Frame == raised.Frame));
        if (last is null || CallGraph.Of(study.Trace).Chain(last.Frame).Count() > MostFrames || (raised is null && study.Trace.End.Status == ExecutionStatus.Error && study.Replay.Trace.Events.Any(e => e.Kind == TraceEventKind.Exception)))
        {
            return null;
        }

        return new DevQuestion
        {
            Study = study,
            Answer = Answer(bench, study, raised, last),
            Secret = raised?.Exception?.Message is { Length: > 12 } message ? $"{raised.Exception.Type}: {message}" : null,
            Values = ImmutableDictionary<string, object?>.Empty.Add("output", CaseWords.Output("Its output", study.Output!)).Add("ending", CaseWords.Ending(study.Trace.End)),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("failure", raised is null ? CaseWords.Ending(study.Trace.End).Split(' ')[0] : "exception")
                .Add("program", study.Source.Sha256 == bench.Source.Sha256 ? "original" : "faulty"),
            Facts = new JsonObject { ["line"] = last.Line, ["exception"] = raised?.Exception?.Type, ["exitCode"] = study.Trace.End.ExitCode },
        };
    }

    private static TraceEvent? Uncaught(CaseStudy study)
    {
        var last = study.Trace.Events.LastOrDefault(e => e.Kind == TraceEventKind.Exception && e.Exception!.Type != "SystemExit" && e.File is null);
        return last is not null && !study.Trace.Events.Any(e => e.Kind == TraceEventKind.Catch && e.Sequence > last.Sequence) ? last : null;
    }

    private static string Answer(Bench bench, CaseStudy study, TraceEvent? raised, LineVisit last)
    {
        var text = study.Source.Text;
        var ending = CaseWords.Ending(study.Trace.End);
        var place = FaultText.Place(bench.Outline, last.Line);
        var head = raised is null
            ? $"The run ends with {ending}. The last line that it reaches is {place}:"
            : $"{Told(raised.Exception!)} is raised on {place} and not caught, so the run ends with {ending}. The line is:";
        var answer = new StringBuilder($"{head}\n\n{Fences.Wrap(SourceLines.Of(text, last.Line), bench.Source.Language)}");
        var values = Values(study, last);
        if (values.Length > 0)
        {
            answer.Append($"\n\nAt that moment {values}.");
        }
        else if (Used(study, last).FirstOrDefault(n => last.State.ContainsKey(n)) is { } name)
        {
            answer.Append($"\n\nWhat {Fences.Span(name)} holds at that moment does not fit on a line.");
        }

        return answer.Append(raised is null ? Before(bench, study, last) : "").Append(Chain(study, last)).ToString();
    }

    private static string Told(TraceException exception) =>
        string.IsNullOrEmpty(exception.Message) || exception.Message.Contains('\n', StringComparison.Ordinal)
            ? $"An exception of type {Fences.Span(exception.Type)}"
            : $"The exception {Fences.Span($"{exception.Type}: {exception.Message}")}";

    private static IEnumerable<string> Used(CaseStudy study, LineVisit visit) => Word().Matches(SourceLines.Of(study.Source.Text, visit.Line)).Select(m => m.Value);

    // Those that the line uses; where it uses none, those that there are.
    private static string Values(CaseStudy study, LineVisit visit)
    {
        var words = Used(study, visit).ToHashSet(StringComparer.Ordinal);
        var used = visit.State.Where(v => words.Contains(v.Key)).ToList();
        var told = (used.Count > 0 ? used : [.. visit.State]).Where(v => v.Value.Text.Length <= 60 && Literals.IsPlain(v.Value) && !v.Key.StartsWith("__", StringComparison.Ordinal)).Take(4)
            .Select(v => $"{Fences.Span(v.Key)} is {Fences.Span(v.Value.Text)}").ToList();
        return told.Count == 0 ? "" : Say.List(told);
    }

    // Why a program gives up mostly stands in what it has just looked at.
    private static string Before(Bench bench, CaseStudy study, LineVisit last)
    {
        var visits = study.Replay.Lines.Where(v => v.Sequence < last.Sequence).TakeLast(LinesBefore).ToList();
        return visits.Count == 0 ? "" : $"\n\nThe lines before it, in the order in which they ran:\n\n{string.Join('\n', visits.Select(v => $"- {FaultText.Place(bench.Outline, v.Line)}: {Fences.Span(SourceLines.Of(study.Source.Text, v.Line))}"))}";
    }

    [GeneratedRegex(@"[A-Za-z_$][\w$]*")]
    private static partial Regex Word();

    private static string Chain(CaseStudy study, LineVisit last)
    {
        var chain = CallGraph.Of(study.Trace).Chain(last.Frame).Reverse().ToList();
        if (chain.Count < 2)
        {
            return chain is [{ Function: not ("<module>" or "") } only] ? $"\n\nNo other call is open: {Functions.Name(only)} is where the program begins." : "\n\nNo call is open: the line belongs to the main program itself.";
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
