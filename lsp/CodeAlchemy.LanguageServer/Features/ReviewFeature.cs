using System.Collections.Concurrent;
using CodeAlchemy.Abstractions;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Runs, their rows and rejects, and what a person decides about them. Decisions about one run are made one after the other.</summary>
internal sealed class ReviewFeature(Session session)
{
    private const int MostRows = 500;
    private readonly ConcurrentDictionary<string, OpenRun> _runs = new(StringComparer.Ordinal);

    public void Register(Router router)
    {
        var json = ProtocolJson.Default;
        router.Work("codealchemy/runs", json.Empty, json.RunsResult, Runs);
        router.Work("codealchemy/rows", json.RowsParams, json.RowsResult, Rows);
        router.Work("codealchemy/row", json.RowParams, json.RowResult, Row);
        router.Work("codealchemy/rejects", json.RejectsParams, json.RejectsResult, Rejects);
        router.Work("codealchemy/decide", json.DecideParams, json.RowInfo, Decide);
        router.Work("codealchemy/undo", json.RunParams, json.UndoResult, (parameters, scope) => Back(parameters, scope, run => run.Undo()));
        router.Work("codealchemy/redo", json.RunParams, json.UndoResult, (parameters, scope) => Back(parameters, scope, run => run.Redo()));
        router.Work("codealchemy/export", json.ExportParams, json.ExportResult, Export);
    }

    /// <summary>Where rows that were made in the editor lie.</summary>
    public string Generated => Path.Combine(session.Project, ".codealchemy", "generated");

    /// <summary>A run that is open for review.</summary>
    public async Task<ReviewedRun> Open(string run) => (await Of(run)).Run;

    private async Task<RunsResult> Runs(Empty parameters, RequestScope scope)
    {
        var reviews = (await session.Workspace).Reviews;
        var found = new List<RunInfo>();
        foreach (var listing in ReviewService.Find(session.Project).Concat(ReviewService.Find(Generated)))
        {
            scope.Token.ThrowIfCancellationRequested();
            found.Add(RowView.Run((await Of(listing.Folder)).Run.Overview(scope.Token)));
        }

        return new RunsResult([.. found]);
    }

    private async Task<RowsResult> Rows(RowsParams parameters, RequestScope scope)
    {
        var page = (await Open(parameters.Run)).Rows(
            new RowQuery
            {
                Strategy = parameters.Strategy,
                Language = parameters.Language,
                Verdict = RowView.Verdict(parameters.Decision),
                Stale = parameters.Decision is null ? null : parameters.Decision == "stale" ? true : parameters.Decision == "undecided" ? false : null,
                Flagged = parameters.Flagged,
                Text = parameters.Text,
                Cursor = parameters.Cursor,
                Limit = Math.Clamp(parameters.Count ?? 50, 1, MostRows),
            },
            scope.Token);
        return new RowsResult([.. page.Rows.Select(RowView.Row)], page.Next, page.Total);
    }

    private async Task<RowResult> Row(RowParams parameters, RequestScope scope)
    {
        var row = (await Open(parameters.Run)).Row(parameters.Id, scope.Token);
        return new RowResult(row.Json, RowView.Row(row.Summary))
        {
            Edited = row.Edited.IsDefault ? null : [.. row.Edited.Select(message => new MessageInfo(message.Role, message.Content, message.Reasoning))],
            Source = row.Code is { } code ? new SourceInfo(row.Summary.Source, row.Summary.Language, code) : null,
            Trace = row.Trace,
            Verification = [.. row.Verification.Select(check => new CheckInfo(check.Method, check.Status, check.Evidence))],
        };
    }

    private async Task<RejectsResult> Rejects(RejectsParams parameters, RequestScope scope)
    {
        var page = (await Open(parameters.Run)).Rejects(
            new RejectQuery { Reason = parameters.Reason, Cursor = parameters.Cursor, Limit = Math.Clamp(parameters.Count ?? 50, 1, MostRows) }, scope.Token);
        return new RejectsResult([.. page.Rejects.Select(RowView.Reject)], page.Next, page.Total);
    }

    private async Task<RowInfo> Decide(DecideParams parameters, RequestScope scope)
    {
        var open = await Of(parameters.Run);
        var choice = new ReviewChoice(RowView.Choice(parameters.Decision))
        {
            Reason = parameters.Reason,
            Digest = parameters.Digest,
            Messages = parameters.Messages is { } messages ? [.. messages.Select(message => new Message(message.Role, message.Content, message.Reasoning))] : default,
        };
        return await Changing(open, scope, () =>
        {
            open.Run.Decide(parameters.Id, choice, scope.Token);
            return RowView.Row(open.Run.Row(parameters.Id, scope.Token).Summary);
        });
    }

    private async Task<UndoResult> Back(RunParams parameters, RequestScope scope, Func<ReviewedRun, DecisionView?> step)
    {
        var open = await Of(parameters.Run);
        return await Changing(open, scope, () =>
        {
            var decision = step(open.Run);
            var row = decision is null ? null : RowView.Row(open.Run.Row(decision.Row, scope.Token).Summary);
            return new UndoResult(row, !open.Run.Last(1).IsEmpty, open.Run.CanRedo);
        });
    }

    private async Task<T> Changing<T>(OpenRun open, RequestScope scope, Func<T> change)
    {
        await open.Gate.WaitAsync(scope.Token);
        try
        {
            return change();
        }
        finally
        {
            open.Gate.Release();
            session.Connection.Notify("codealchemy/reviewsChanged", new ReviewsChangedParams(open.Run.Folder), ProtocolJson.Default.ReviewsChangedParams);
        }
    }

    private async Task<ExportResult> Export(ExportParams parameters, RequestScope scope)
    {
        var summary = (await session.Workspace).Exports.Export(
            new ExportRequest { Runs = [parameters.Run], Accepted = parameters.Accepted, Output = parameters.Output, Force = parameters.Force }, Stream.Null, scope.Token);
        return new ExportResult(summary.Written, summary.Edited, summary.Output!);
    }

    private async Task<OpenRun> Of(string run)
    {
        var reviews = (await session.Workspace).Reviews;
        return _runs.GetOrAdd(Path.GetFullPath(run), folder => new OpenRun(reviews.Open(folder)));
    }

    private sealed record OpenRun(ReviewedRun Run)
    {
        public SemaphoreSlim Gate { get; } = new(1);
    }
}
