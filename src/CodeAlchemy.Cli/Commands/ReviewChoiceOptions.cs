using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.Cli.Commands;

/// <summary>The options of a decision.</summary>
internal sealed class ReviewChoiceOptions
{
    private readonly Option<string[]> _rows = new("--row") { Description = "Id of a row or its beginning; may be given several times. Alone: show it", HelpName = "ID" };
    private readonly Option<bool> _accept = new("--accept") { Description = "The row is good as it was made" };
    private readonly Option<string?> _edit = new("--edit") { Description = "The row is good with these messages (JSON); '-' reads stdin", HelpName = "FILE" };
    private readonly Option<string?> _reject = new("--reject") { Description = "The row is not wanted", HelpName = "REASON" };
    private readonly Option<bool> _skip = new("--skip") { Description = "Leave the row for another time" };
    private readonly Option<bool> _flag = new("--flag") { Description = "Mark the row for another look" };
    private readonly Option<bool> _unflag = new("--unflag") { Description = "Take the mark away" };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why, for every decision but --reject", HelpName = "TEXT" };
    private readonly Option<string?> _author = new("--author") { Description = "Who decides", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_rows, _accept, _edit, _reject, _skip, _flag, _unflag, _reason, _author])
        {
            command.Options.Add(option);
        }
    }

    public ImmutableArray<string> RowsOf(ParseResult parsed) => [.. parsed.GetValue(_rows) ?? []];

    public string? AuthorOf(ParseResult parsed) => parsed.GetValue(_author);

    /// <summary>The decision, or <see langword="null"/> when none was given.</summary>
    public ReviewChoice? Read(ParseResult parsed)
    {
        var given = new (bool Given, ReviewDecision Decision)[]
        {
            (parsed.GetValue(_accept), ReviewDecision.Accept),
            (parsed.GetValue(_edit) is not null, ReviewDecision.Edit),
            (parsed.GetValue(_reject) is not null, ReviewDecision.Reject),
            (parsed.GetValue(_skip), ReviewDecision.Skip),
            (parsed.GetValue(_flag), ReviewDecision.Flag),
            (parsed.GetValue(_unflag), ReviewDecision.Unflag),
        }.Where(choice => choice.Given).Select(choice => choice.Decision).ToList();
        return given.Count switch
        {
            0 => null,
            1 => new ReviewChoice(given[0])
            {
                Reason = parsed.GetValue(_reject) ?? parsed.GetValue(_reason),
                Author = parsed.GetValue(_author),
                Messages = parsed.GetValue(_edit) is { } file ? ReadMessages(file) : default,
            },
            _ => throw new ProblemException(new Problem(
                "usage", "one decision at a time", "give one of --accept, --edit, --reject, --skip, --flag and --unflag", ExitCode.Usage)),
        };
    }

    private static ImmutableArray<Message> ReadMessages(string file)
    {
        var text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
        try
        {
            return ReviewMessages.Read(JsonSerializer.Deserialize<JsonElement>(text), out var messages) is { } problem
                ? throw Malformed(file, problem)
                : messages;
        }
        catch (JsonException fault)
        {
            throw Malformed(file, $"it is not JSON: {fault.Message}");
        }
    }

    private static ProblemException Malformed(string file, string problem) => new(new Problem(
        "edit-malformed", $"{(file == "-" ? "stdin" : file)} holds no messages of a row: {problem}",
        "give the whole conversation as a JSON list of {\"role\", \"content\"}: user and assistant in turn, the assistant last", ExitCode.Failure));
}
