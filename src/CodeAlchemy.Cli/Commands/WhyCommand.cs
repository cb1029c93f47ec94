using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Pipeline.Folder;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy why RUN INPUT</c>: what became of an input or where a row comes from.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The run folder" };
        var input = new Argument<string>("INPUT") { Description = "Path inside the corpus or its end, or the id of a row or reject" };
        var command = new Command("why", "Tell what became of an input and why") { run, input };
        command.Does((parsed, terminal, _) =>
        {
            var wanted = parsed.GetValue(input)!;
            var stories = RunFolder.Open(parsed.GetValue(run)!).Why(wanted).ToArray();
            if (stories.Length == 0)
            {
                throw new ProblemException(new Problem(
                    "unknown-input",
                    $"the run knows no input, row or reject '{wanted}'",
                    "give the path as it stands inside the corpus, or the id of a row or reject",
                    ExitCode.Failure));
            }

            foreach (var story in stories)
            {
                if (terminal.Json)
                {
                    terminal.Out.WriteLine(JsonOutput.Of(new { schema = "codealchemy.why/1", story.Result, story.Shard, rows = story.Rows.Select(row => row.Id), story.Rejects, story.Notes }));
                }
                else
                {
                    Tell(story, terminal);
                }
            }

            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }

    private static void Tell(InputStory story, Terminal terminal)
    {
        var result = story.Result;
        var why = result.Reason is null ? string.Empty : $" ({result.Reason})";
        terminal.Out.WriteLine($"{result.Path}: {result.Fate.ToString().ToLowerInvariant()} at {result.Stage}{why}; {result.Rows} rows, {result.Rejects} rejects; {result.Language ?? "no language"}, shard {story.Shard}");
        foreach (var group in story.Rows.GroupBy(row => $"{row.Strategy}/{row.Task}"))
        {
            terminal.Out.WriteLine($"  row     {group.Key}: {group.Count()}  (first {group.First().Id[..12]})");
        }

        foreach (var reject in story.Rejects)
        {
            terminal.Out.WriteLine($"  reject  {reject.Stage}: {reject.Reason}: {reject.Detail}");
            if (reject.Evidence is { Length: > 0 } evidence)
            {
                Indented(evidence, terminal);
            }
        }

        foreach (var note in story.Notes)
        {
            terminal.Out.WriteLine($"  seen    {note.Kind}{(note.Case is null ? string.Empty : $" (case {note.Case})")}:");
            Indented(note.Text, terminal);
        }
    }

    private static void Indented(string text, Terminal terminal)
    {
        foreach (var line in text.TrimEnd().Split('\n'))
        {
            terminal.Out.WriteLine($"          {line}");
        }
    }
}
