using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>A function without its body, in a program whose output is given; the answer is the body.</summary>
internal sealed class CompleteBody : PureTask
{
    private const int MostPerFile = 2;
    private const int MostLines = 24;
    private const int MostUnseen = 1;

    public override string Name => "complete-body";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults)
    {
        var random = bench.Workbench.Random(Name);
        var left = bench.Outline.Functions.ToList();
        var made = 0;
        while (left.Count > 0 && made < MostPerFile)
        {
            var at = random.Next(left.Count);
            var function = left[at];
            left.RemoveAt(at);
            if (Question(bench, function) is { } question)
            {
                made++;
                yield return question;
            }
        }
    }

    private static DevQuestion? Question(Bench bench, OutlineFunction function)
    {
        var study = bench.Showable.FirstOrDefault(s => s.Output!.Length > 0 && Ran(bench, s, function));
        var remark = $"{CodeMask.CommentMark(bench.Source.Text, bench.Outline)} TODO: write the body of {function.Name}";
        if (study is null || HoldsAnother(bench, function) || !RanWhole(study, function) || Functions.IsEntry(bench, function) || CodeMask.Body(bench.Source.Text, function, remark) is not { } mask)
        {
            return null;
        }

        var lines = mask.Body.Split('\n').Length;
        var examples = Examples(bench, study, function);
        if (Derivable.IsArbitrary(function, mask.Body) || Derivable.Unseen(mask.Body, mask.Masked + study.Output + examples) > MostUnseen || lines is < 2 or > MostLines || mask.Body.Length * 2 > bench.Source.Text.Length)
        {
            return null;
        }

        return new DevQuestion
        {
            Study = study,
            Program = mask.Masked,
            Answer = Fences.Wrap(mask.Body, bench.Source.Language),
            Secret = mask.Body.Trim(),
            Slots = ImmutableDictionary<string, string>.Empty.Add("function", Fences.Span(function.Name)),
            Values = ImmutableDictionary<string, object?>.Empty
                .Add("output", CaseWords.Output("The complete program prints", study.Output!) + examples),
            Verification = [new("behaviour", VerificationStatus.Verified, "the program with this body is the one that was executed")],
            Facts = new JsonObject { ["function"] = function.Name, ["line"] = function.Span.StartLine },
        };
    }

    private static bool Ran(Bench bench, Grounded.Studies.CaseStudy study, OutlineFunction function) =>
        !FunctionUse.Unused(bench.Outline, TraceAnswers.CoveredLines(study.Replay), bench.Graphs[bench.Studies.IndexOf(study)].Calls).Contains(function);

    // A statement that the run never reaches is nothing that its output asks for.
    private static bool RanWhole(Grounded.Studies.CaseStudy study, OutlineFunction function)
    {
        var (lines, covered) = (Grounded.Questions.Kinds.TraceIndex.Of(study).Source, TraceAnswers.CoveredLines(study.Replay));
        return Enumerable.Range(function.Span.StartLine + 1, Math.Max(0, function.Span.EndLine - function.Span.StartLine))
            .Where(line => function.Documentation is not { } text || line < text.StartLine || line > text.EndLine)
            .All(line => covered.Contains(line) || !(lines.IsSimple(line) || lines.IsBranch(line)));
    }

    private static bool HoldsAnother(Bench bench, OutlineFunction function) =>
        bench.Outline.Functions.Any(f => f != function && f.Span.Start >= function.Body.Start && f.Span.End <= function.Body.End);

    private static string Examples(Bench bench, CaseStudy study, OutlineFunction function)
    {
        var calls = Functions.PlainCalls(bench, function).Where(c => c.Call.Length + c.Result.Length <= Functions.LongestCall).Take(3).ToList();
        var made = bench.Graphs[bench.Studies.IndexOf(study)].Calls.Where(c => FunctionUse.Of(bench.Outline, c) == function).Select(Functions.Written).ToHashSet(StringComparer.Ordinal);
        var inside = calls.Count(c => made.Contains(c.Call));
        var others = inside == calls.Count ? "" : inside > 0 ? " in this run and in others" : calls.Count == 1 ? " in another run" : " in other runs";
        return calls.Count == 0 ? "" : $"\n\n{(calls.Count == 1 ? "One call that was recorded" : "Calls that were recorded")}{others}, as `name(parameter=value) -> result`:\n\n{Fences.Wrap(string.Join('\n', calls.Select(c => $"{c.Call} -> {c.Result}")))}";
    }
}
