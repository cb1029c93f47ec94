using System.Collections.Immutable;
using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy review RUN</c>: shows rows, decides about them, and takes decisions back.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The run folder" };
        var choice = new ReviewChoiceOptions();
        var list = new ReviewListOptions();
        var undo = new Option<bool>("--undo") { Description = "Take back the last decision that holds" };
        var redo = new Option<bool>("--redo") { Description = "Let the decision hold again that was taken back last" };
        var history = new Option<int>("--history") { Description = "List the last N decisions that hold", HelpName = "N" };
        var command = new Command("review", "Decide about rows one by one: accept, edit, reject, skip, flag, undo, redo") { run, undo, redo, history };
        choice.AddTo(command);
        list.AddTo(command);
        command.Does((parsed, terminal, cancellationToken) =>
        {
            var reviewed = new ReviewService(TimeProvider.System).Open(parsed.GetValue(run)!);
            var decisions = choice.Read(parsed);
            RequireOne(parsed.GetValue(undo), parsed.GetValue(redo), parsed.GetValue(history) > 0, decisions is not null, list.IsWanted(parsed));
            if (parsed.GetValue(undo) || parsed.GetValue(redo))
            {
                Step(reviewed, parsed.GetValue(undo), choice.AuthorOf(parsed), terminal);
            }
            else if (parsed.GetValue(history) > 0)
            {
                ReviewOutput.Write(reviewed.Last(parsed.GetValue(history)), terminal);
            }
            else if (decisions is { } wanted)
            {
                Decide(reviewed, wanted, choice.RowsOf(parsed), terminal, cancellationToken);
            }
            else if (choice.RowsOf(parsed) is { Length: > 0 } rows)
            {
                foreach (var row in rows)
                {
                    ReviewOutput.Write(reviewed.Row(row, cancellationToken), terminal);
                }
            }
            else if (list.IsWanted(parsed))
            {
                ReviewOutput.Write(reviewed.Rows(list.Read(parsed), cancellationToken), terminal);
            }
            else
            {
                ReviewOutput.Write(reviewed.Overview(cancellationToken), terminal);
            }

            ReviewOutput.Warn(reviewed, terminal);
            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }

    private static void Decide(ReviewedRun run, ReviewChoice choice, ImmutableArray<string> rows, Terminal terminal, CancellationToken cancellationToken)
    {
        if (rows.IsEmpty)
        {
            throw Usage("a decision is about a row", "name it with --row ID; --list undecided shows ids");
        }

        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReviewOutput.Write(run.Decide(row, choice, cancellationToken), "decided", terminal);
            // What was told is what stands, however the process ends.
            terminal.Flush();
        }
    }

    private static void Step(ReviewedRun run, bool back, string? author, Terminal terminal)
    {
        if ((back ? run.Undo(author) : run.Redo(author)) is not { } decision)
        {
            throw new ProblemException(new Problem(
                back ? "nothing-to-undo" : "nothing-to-redo",
                back ? $"no decision about {run.Folder} holds" : $"no decision about {run.Folder} was taken back since the last one",
                "--history N lists the decisions that hold",
                ExitCode.Failure));
        }

        ReviewOutput.Write(decision, back ? "undone" : "redone", terminal);
    }

    private static void RequireOne(params ReadOnlySpan<bool> wanted)
    {
        var count = 0;
        foreach (var one in wanted)
        {
            count += one ? 1 : 0;
        }

        if (count > 1)
        {
            throw Usage("one thing at a time: a decision, --undo, --redo, --history or --list", "give the others in commands of their own");
        }
    }

    private static ProblemException Usage(string message, string remedy) => new(new Problem("usage", message, remedy, ExitCode.Usage));
}
