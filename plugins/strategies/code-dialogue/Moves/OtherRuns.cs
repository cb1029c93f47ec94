using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Whether the changed version behaves differently in other runs too; each was made.</summary>
internal sealed class OtherRuns : IMove
{
    private const int Most = 4;
    private const int LongestLine = 100;

    public string Name => "other-runs";

    public Turn? Play(Scene scene)
    {
        if (scene.Version is not { } version || scene.Has(Name) || !(scene.Has("rerun") || scene.Has("propose")))
        {
            return null;
        }

        ImmutableArray<CaseStudy> runs = [.. version.Runs.Skip(1).Where(r => RunWords.IsShort(r) && scene.Bench.IsShowable(r.Output) && scene.Bench.IsShowable(scene.Bench.Original(r).Output) && !OnlyExceptionsDiffer(scene, r)).Take(Most)];
        if (runs.IsEmpty)
        {
            return null;
        }

        var reviewed = scene.Has("propose");
        var names = Say.List([.. runs.Select(RunWords.With)]);
        var slots = new (string, string)[] { ("with", names), ("line", Say.Line(version.Fault.Line)) };
        return new Turn
        {
            Study = runs[0],
            Seen = [.. runs.Skip(1), .. runs.Select(scene.Bench.Original)],
            Key = $"{Name}/{version.Fault.Line}/{version.Fault.Mutant.After}",
            Ask = scene.Voice.Say(scene.Random, reviewed ? "ask-other-runs-review" : "ask-other-runs-debug", slots),
            Answer = $"{Head(runs.Length, runs.Count(r => !IsSame(scene, r)))}\n\n{string.Join('\n', runs.Select(r => $"- {Voice.Capital(Told(scene, r, reviewed))}"))}",
            Facts = new JsonObject([.. runs.Select(r => KeyValuePair.Create(r.Case.Name, (JsonNode?)IsSame(scene, r)))]),
        };
    }

    private static string Head(int runs, int differ) => (runs, differ) switch
    {
        (1, 1) => "It shows there.",
        (1, _) => "It does not show there.",
        _ when differ == 0 => "It shows in none of them.",
        _ when differ == runs => "It shows in all of them.",
        _ => $"It shows in {Say.Number(differ)} of these {Say.Number(runs)} runs.",
    };

    private static bool IsSame(Scene scene, CaseStudy run)
    {
        var (was, now) = (scene.Bench.Original(run).Trace.End, run.Trace.End);
        return was.StdoutSha256 == now.StdoutSha256 && was.ExitCode == now.ExitCode && was.Signal == now.Signal;
    }

    // What a run dies of is behaviour too, though neither output nor exit status tell it.
    private static bool OnlyExceptionsDiffer(Scene scene, CaseStudy run) =>
        IsSame(scene, run) && Uncaught(scene.Bench.Original(run)) != Uncaught(run);

    private static string? Uncaught(CaseStudy run) => run.Trace.End.Status == ExecutionStatus.Ok ? null
        : run.Trace.Events.LastOrDefault(e => e.Exception is not null)?.Exception is { } exception ? $"{exception.Type}: {exception.Message}" : null;

    private static string Told(Scene scene, CaseStudy run, bool reviewed)
    {
        var (old, changed) = reviewed ? ("before the change", "after it") : ("with the corrected line", "with the wrong one");
        var head = $"{RunWords.With(run)}: ";
        var original = scene.Bench.Original(run);
        if (IsSame(scene, run))
        {
            return head + (reviewed ? "output and exit status are the same before and after the change." : "output and exit status are the same with the wrong line and with the corrected one.");
        }

        var (a, b) = (Lines(original.Output!), Lines(run.Output!));
        var at = Enumerable.Range(0, Math.Max(a.Length, b.Length)).FirstOrDefault(i => a.ElementAtOrDefault(i) != b.ElementAtOrDefault(i), -1);
        var lines = at < 0 ? "the output is the same" : $"output line {at + 1} is {Line(a, at)} {old} and {Line(b, at)} {changed}";
        var (was, now) = (CaseWords.Ending(original.Trace.End), CaseWords.Ending(run.Trace.End));
        return head + lines + (was == now ? "." : $"{(at < 0 ? ", but" : ";")} it ends with {was} {old} and with {now} {changed}.");
    }

    private static string[] Lines(string output) => output.Length == 0 ? [] : output.TrimEnd('\n').Split('\n');

    private static string Line(string[] lines, int at) =>
        at >= lines.Length ? "missing" : lines[at].Length == 0 ? "empty" : lines[at].Length <= LongestLine ? Fences.Span(lines[at]) : $"a line that begins with {Fences.Span(lines[at][..LongestLine].TrimEnd())}";
}
