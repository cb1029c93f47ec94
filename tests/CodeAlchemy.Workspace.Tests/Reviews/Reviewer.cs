using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Workspace.Reviews;
using Xunit;

namespace CodeAlchemy.Workspace.Tests.Reviews;

/// <summary>A run under review by a test, which may be stopped.</summary>
internal sealed class Reviewer(ReviewedRun run)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public RunOverview Overview() => run.Overview(Stop);

    public ReviewCounts Counts() => run.Counts(Stop);

    public RowPage Rows(RowQuery query) => run.Rows(query, Stop);

    public RejectPage Rejects(RejectQuery query) => run.Rejects(query, Stop);

    public RowDetails Row(string id) => run.Row(id, Stop);

    public DecisionView Decide(string id, ReviewChoice choice) => run.Decide(id, choice, Stop);

    public DecisionView? Undo() => run.Undo();
}
