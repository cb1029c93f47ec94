using System.Collections.Immutable;
using CodeAlchemy.Strategies.CodeDialogue.Moves;

namespace CodeAlchemy.Strategies.CodeDialogue.Plans;

/// <summary>The plans and the moves that they name.</summary>
internal static class AllPlans
{
    public static ImmutableArray<IMove> Moves { get; } =
    [
        new Prints(), new Calls(), new Walk(), new Origin(), new Idle(), new Guess(), new Why(), new How(), new Raised(), new Ending(),
        new OtherRun(), new Parts(), new Compare(), new Edit(),
        new Locate(), new FirstWrong(), new Fix(), new Rerun(), new OtherRuns(), new Propose(), new Reached(),
        new ComputedQuestion("value", "value-at-visit", "value-after-line", "value-before-and-after", "changed-variables", "element-value", "collection-size"),
        new ComputedQuestion("history", "change-count", "value-sequence", "first-reach", "largest-value", "smallest-value", "largest-size", "last-value"),
        new ComputedQuestion("lines", "line-count", "line-count-in-call", "line-ever-runs", "line-runs-more", "line-path", "loop-iterations", "branch-count"),
        new ComputedQuestion("call", "call-count", "call-arguments", "returned-value", "returned-values", "caller", "call-site", "leaving-line"),
        new ComputedQuestion("stack", "recursion-depth", "stack-at-line", "first-calls", "callees", "calls-inside"),
        new ComputedQuestion("printed", "output-line-count", "output-writer", "output-before-line", "output-last", "output-line"),
    ];

    public static ImmutableArray<Plan> Plans { get; } =
    [
        new Plan
        {
            Task = "explore",
            Roles = ["learner", "interviewer", "reviewer", "debugger"],
            Fill =
            [
                ("prints", 3), ("raised", 4), ("ending", 4), ("calls", 1.5), ("walk", 2), ("origin", 2.5), ("idle", 1), ("guess", 1.5), ("why", 2), ("how", 2),
                ("value", 2), ("history", 2), ("lines", 2), ("call", 2), ("stack", 1.5), ("printed", 1),
            ],
        },
        new Plan
        {
            Task = "what-if",
            Roles = ["learner", "interviewer", "reviewer", "debugger"],
            Lead = (1, 2),
            Spine = [new Beat(1, "other-run", "edit"), new Beat(2, "parts", "compare"), new Beat(3, "edit", "other-run"), new Beat(4, "parts", "compare")],
            Fill =
            [
                ("prints", 3), ("compare", 3), ("raised", 4), ("ending", 3), ("why", 2), ("value", 1.5), ("lines", 1.5), ("call", 1.5), ("guess", 1), ("how", 1.5), ("origin", 2),
                ("history", 1.5), ("walk", 1), ("printed", 1),
            ],
        },
        new Plan
        {
            Task = "debug",
            Roles = ["debugger", "learner", "interviewer"],
            // Who reports a fault asks about the fault first.
            Lead = (0, 0),
            Spine = [new Beat(1, "locate"), new Beat(4, "first-wrong"), new Beat(2, "fix"), new Beat(3, "rerun"), new Beat(5, "other-runs", "compare")],
            Fill =
            [
                ("raised", 4), ("ending", 4), ("compare", 3), ("origin", 2), ("why", 2), ("value", 2), ("lines", 2), ("call", 2), ("how", 2), ("guess", 1), ("history", 1.5), ("walk", 1), ("stack", 1),
            ],
        },
        new Plan
        {
            Task = "review",
            Roles = ["reviewer", "learner", "debugger"],
            Spine = [new Beat(1, "propose"), new Beat(2, "first-wrong", "reached"), new Beat(4, "compare", "reached"), new Beat(3, "other-runs", "reached")],
            Fill =
            [
                ("compare", 3), ("reached", 3), ("raised", 2), ("why", 2), ("value", 2), ("lines", 2), ("call", 2), ("how", 1.5), ("guess", 1), ("history", 1.5), ("walk", 1), ("stack", 1),
                ("idle", 1), ("prints", 1), ("calls", 1),
            ],
        },
    ];

    /// <summary>The move of a name.</summary>
    public static IMove Move(string name) => Moves.First(m => m.Name == name);
}
