using System.CommandLine;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.Cli.Commands;

/// <summary>The options of a list of rows.</summary>
internal sealed class ReviewListOptions
{
    private static readonly string[] States = ["all", "undecided", "stale", "accepted", "edited", "rejected", "skipped", "flagged"];
    private readonly Option<string?> _list = new("--list") { Description = "List rows: " + string.Join(", ", States), HelpName = "WHICH" };
    private readonly Option<string?> _strategy = new("--strategy") { Description = "Only rows of this strategy", HelpName = "ID" };
    private readonly Option<string?> _language = new("--language") { Description = "Only rows of this language", HelpName = "ID" };
    private readonly Option<string?> _task = new("--task") { Description = "Only rows of this task", HelpName = "TASK" };
    private readonly Option<string?> _text = new("--search") { Description = "Only rows with this text in a message or the path of the source", HelpName = "TEXT" };
    private readonly Option<int> _limit = new("--limit") { Description = "Rows of a page (20)", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<string?> _cursor = new("--cursor") { Description = "Where to go on, as the page before says", HelpName = "CURSOR" };

    public ReviewListOptions()
    {
        _list.AcceptOnlyFromAmong(States);
        _limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--limit is at least 1");
            }
        });
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_list, _strategy, _language, _task, _text, _limit, _cursor])
        {
            command.Options.Add(option);
        }
    }

    public bool IsWanted(ParseResult parsed) => parsed.GetValue(_list) is not null;

    public RowQuery Read(ParseResult parsed) => new()
    {
        Verdict = parsed.GetValue(_list) switch
        {
            "undecided" => RowVerdict.Undecided,
            "accepted" => RowVerdict.Accepted,
            "edited" => RowVerdict.Edited,
            "rejected" => RowVerdict.Rejected,
            "skipped" => RowVerdict.Skipped,
            _ => null,
        },
        Stale = parsed.GetValue(_list) == "stale" ? true : null,
        Flagged = parsed.GetValue(_list) == "flagged" ? true : null,
        Strategy = parsed.GetValue(_strategy),
        Language = parsed.GetValue(_language),
        Task = parsed.GetValue(_task),
        Text = parsed.GetValue(_text),
        Limit = parsed.GetValue(_limit),
        Cursor = parsed.GetValue(_cursor),
    };
}
