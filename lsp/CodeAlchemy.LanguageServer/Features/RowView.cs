using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Storage.Rows;
using CodeAlchemy.Workspace.Reviews;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Rows, runs and rejects of the workspace as the protocol has them.</summary>
internal static class RowView
{
    public static RunInfo Run(RunOverview overview) => new(
        overview.Run.Folder, overview.Run.Name, overview.Run.State.ToString().ToLowerInvariant(), overview.Rows, overview.RejectsByReason.Values.Sum())
    {
        Groups = [.. overview.ByStrategy.Select(pair => new GroupInfo(pair.Key, pair.Value))],
        Reasons = [.. overview.RejectsByReason.Select(pair => new ReasonInfo(pair.Key, pair.Value))],
        Reviewed = new ReviewedInfo(
            overview.Reviews.Accepted, overview.Reviews.Edited, overview.Reviews.Rejected, overview.Reviews.Skipped, overview.Reviews.Flagged, overview.Reviews.Undecided, overview.Reviews.Stale),
        Issues = [.. overview.Issues.Select(issue => issue.ToString())],
    };

    public static RowInfo Row(RowSummary row) => new(
        row.Id, row.Strategy, row.Task, row.Language, row.Source, row.Question, Decision(row.Review), row.Review.Flagged, row.Digest)
    {
        Reason = (row.Review.Decision ?? row.Review.Stale)?.Reason,
    };

    public static RejectInfo Reject(RejectRecord reject) => new(reject.Input, reject.Strategy, reject.Stage, reject.Reason, reject.Detail);

    public static RowVerdict? Verdict(string? decision) => decision switch
    {
        null => null,
        "stale" => RowVerdict.Undecided,
        _ => Enum.TryParse<RowVerdict>(decision, ignoreCase: true, out var verdict) && Enum.IsDefined(verdict)
            ? verdict
            : throw new RpcException(RpcError.InvalidParams, $"There is no decision '{decision}': undecided, accepted, edited, rejected, skipped or stale."),
    };

    public static ReviewDecision Choice(string decision) => decision switch
    {
        "accept" => ReviewDecision.Accept,
        "edit" => ReviewDecision.Edit,
        "reject" => ReviewDecision.Reject,
        "skip" => ReviewDecision.Skip,
        "flag" => ReviewDecision.Flag,
        "unflag" => ReviewDecision.Unflag,
        _ => throw new RpcException(RpcError.InvalidParams, $"There is no decision '{decision}': accept, edit, reject, skip, flag or unflag."),
    };

    private static string Decision(ReviewView review) => review.Stale is null ? review.Verdict.ToString().ToLowerInvariant() : "stale";
}
