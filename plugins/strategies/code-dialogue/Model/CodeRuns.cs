using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Strategies.CodeDialogue.Model;

/// <summary>Runs the programs in the turns of a model and compares what they print with what the turns say.</summary>
internal sealed class CodeRuns(Bench bench, Dialogue dialogue)
{
    /// <summary>Checks a turn with code, a claimed output, or both.</summary>
    public async ValueTask<Finding> Of(ModelTurn turn, int number, CancellationToken cancellationToken)
    {
        var study = bench.Studies.FirstOrDefault(s => s.Case.Name == (turn.Case ?? dialogue.Cast.Lead.Case.Name));
        if (study is null)
        {
            return Finding.Wrong(RejectReasons.DoesNotRun, $"Turn {number} names a case that there is not.", turn.Case);
        }

        var shown = dialogue.Cast.Lead.Source;
        var program = turn.Code is null ? shown : shown.WithText(EndLine(turn.Code));
        if (turn.Code is not null && !Parses(program))
        {
            return Finding.Wrong(RejectReasons.DoesNotParse, $"The program of turn {number} does not parse.", turn.Code);
        }

        var run = await bench.Workbench.Run(program, study.Case, cancellationToken).ConfigureAwait(false);
        return !Runs(run, turn, study)
            ? Finding.Wrong(RejectReasons.DoesNotRun, $"The program of turn {number} does not run to its end in the case '{study.Case.Name}'.", $"{run.Status.ToId()} {run.Detail}\n{PlainText.Of(run.Stderr)}")
            : Compare(turn, number, study.Case.Name, run);
    }

    /// <summary>Checks that a conversation about a fault ends with a program that does what the file does in every case.</summary>
    public async ValueTask<Finding> Repairs(ModelTurn? last, CancellationToken cancellationToken)
    {
        if (last?.Code is not { } code)
        {
            return Finding.Wrong(RejectReasons.NoCodeBlock, "The conversation is about a fault, but no turn of the assistant presents the corrected program.");
        }

        foreach (var study in bench.Studies)
        {
            var run = await bench.Workbench.Run(bench.Source.WithText(EndLine(code)), study.Case, cancellationToken).ConfigureAwait(false);
            if (!StudyRuns.IsAlike(study, run))
            {
                return Finding.Wrong(RejectReasons.BehaviourChanged, $"The corrected program does not do what the file does in the case '{study.Case.Name}'.", PlainText.Of(run.Stdout));
            }
        }

        return new Finding([Behaviour.Same(bench.Studies.Length)]);
    }

    // A program may fail where the file fails too, or where the turn says what it prints before it does.
    private static bool Runs(RunResult run, ModelTurn turn, CaseStudy study) =>
        run.Status is ExecutionStatus.Ok || run.Status == study.Trace.End.Status || (run.Status is ExecutionStatus.Error or ExecutionStatus.Signal && turn.Claimed is not null);

    private static Finding Compare(ModelTurn turn, int number, string @case, RunResult run)
    {
        var output = PlainText.Of(run.Stdout);
        if (turn.Claimed is { } claimed && Bare(claimed) != Bare(output ?? ""))
        {
            return new Finding([], RejectReasons.WrongAnswer, $"Turn {number} claims an output that the program does not have in the case '{@case}'.", output, new WrongClaim(number, @case, output ?? ""));
        }

        var verified = ImmutableArray.CreateBuilder<Verification>();
        if (turn.Code is not null)
        {
            verified.Add(new Verification("code-run", VerificationStatus.Verified, $"turn {number}: {@case}: {CaseWords.Ending(run.ExitCode, run.Signal)}, stdout {StudyRuns.Digest(run)}"));
        }

        if (turn.Claimed is not null)
        {
            verified.Add(new Verification("claimed-output", VerificationStatus.Verified, $"turn {number}: {@case}: stdout {StudyRuns.Digest(run)}"));
        }

        return new Finding(verified.ToImmutable());
    }

    private bool Parses(SourceFile program)
    {
        using var tree = bench.Workbench.Syntax(program);
        return tree is null or { HasErrors: false };
    }

    private static string EndLine(string code) => code.EndsWith('\n') ? code : code + "\n";

    // A claim in JSON seldom has the last line end.
    private static string Bare(string output) => output.ReplaceLineEndings("\n").TrimEnd('\n');
}
