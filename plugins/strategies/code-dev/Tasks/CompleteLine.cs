using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>A line that matters is left out: without it the program does something else, or is no program any more.</summary>
internal sealed class CompleteLine : IDevTask
{
    private const int MostTries = 3;
    private const int ShortestLine = 12;

    public string Name => "complete-line";

    public async IAsyncEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var study = bench.Showable.FirstOrDefault(s => s.Output!.Length > 0);
        if (study is null)
        {
            yield break;
        }

        var random = bench.Workbench.Random(Name);
        var lines = study.Replay.Lines.Select(v => v.Line).Distinct().Order().Where(line => IsTelling(bench, line) && IsDerivable(bench, study, line)).ToList();
        for (var tries = 0; tries < MostTries && lines.Count > 0; tries++)
        {
            var line = lines[random.Next(lines.Count)];
            lines.Remove(line);
            var without = bench.Source.WithText(SourceLines.Replace(bench.Source.Text, line, ""));
            var run = await bench.Workbench.Run(without, study.Case, cancellationToken).ConfigureAwait(false);
            if (!StudyRuns.IsAlike(study, run))
            {
                yield return Question(bench, study, line, Endings.Of(run));
                yield break;
            }
        }
    }

    private static bool IsTelling(Bench bench, int line)
    {
        var code = SourceLines.Of(bench.Source.Text, line);
        return code.Length >= ShortestLine && code.Any(char.IsLetter) && code.Count(c => c is '(' or '[' or '{') == code.Count(c => c is ')' or ']' or '}')
            && !bench.Outline.Comments.Any(c => c.StartLine <= line && line <= c.EndLine)
            && FunctionUse.At(bench.Outline, line) is { } function && line > function.Span.StartLine && line > function.Body.StartLine - 1
            && bench.Source.Text.Split('\n').Count(l => l.Contains(code, StringComparison.Ordinal)) == 1;
    }

    private static bool IsDerivable(Bench bench, CaseStudy study, int line)
    {
        var code = SourceLines.Of(bench.Source.Text, line);
        var function = FunctionUse.At(bench.Outline, line)!;
        return !Derivable.IsArbitrary(function, code) && !code.Contains("assert", StringComparison.Ordinal)
            && Derivable.Unseen(code, SourceLines.Replace(bench.Source.Text, line, "") + study.Output) == 0;
    }

    private static DevQuestion Question(Bench bench, CaseStudy study, int line, string without)
    {
        var code = SourceLines.Whole(bench.Source.Text, line);
        var hole = $"{SourceLines.Indentation(code)}{CodeMask.CommentMark(bench.Source.Text, bench.Outline)} TODO: one line is missing here";
        return new DevQuestion
        {
            Study = study,
            Program = SourceLines.Replace(bench.Source.Text, line, hole),
            Answer = Fences.Wrap(code, bench.Source.Language),
            Secret = code.Trim(),
            Slots = ImmutableDictionary<string, string>.Empty.Add("line", FaultText.Number(line)),
            Values = ImmutableDictionary<string, object?>.Empty.Add("output", CaseWords.Output("The complete program prints", study.Output!)),
            Verification = [new("behaviour", VerificationStatus.Verified, $"with the line as executed; without it: {without}, another behaviour")],
            Facts = new JsonObject { ["line"] = line },
        };
    }
}
