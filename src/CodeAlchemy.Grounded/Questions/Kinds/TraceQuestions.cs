using System.Collections.Immutable;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>The kinds of questions that traces answer. Immutable.</summary>
public static class TraceQuestions
{
    // Values at a line, what changed them, places of calls, places of exceptions.
    private const TraceTrust States = TraceTrust.Values | TraceTrust.Lines;
    private const TraceTrust Histories = States | TraceTrust.Changes;
    private const TraceTrust Places = TraceTrust.Calls | TraceTrust.Lines;
    private const TraceTrust Raises = TraceTrust.Exceptions | TraceTrust.Lines;

    /// <summary>Kinds about one case.</summary>
    public static ImmutableArray<ITraceQuestion> All { get; } =
    [
        new FunctionKind("value-at-visit", AnswerForm.Value, States, ValueQuestions.AtVisit),
        new FunctionKind("value-after-line", AnswerForm.Value, Histories, ValueQuestions.AfterLine),
        new FunctionKind("value-before-and-after", AnswerForm.Values, Histories, ValueQuestions.BeforeAndAfter),
        new FunctionKind("changed-variables", AnswerForm.Names, Histories, ValueQuestions.ChangedVariables),
        new FunctionKind("last-value", AnswerForm.Value, TraceTrust.Values, ValueQuestions.Last),
        new FunctionKind("same-object", AnswerForm.YesNo, States, ValueQuestions.SameObject),
        new FunctionKind("change-count", AnswerForm.Number, Histories, HistoryQuestions.ChangeCount),
        new FunctionKind("value-sequence", AnswerForm.Values, Histories, HistoryQuestions.Sequence),
        new FunctionKind("first-reach", AnswerForm.Line, Histories, HistoryQuestions.FirstReach),
        new FunctionKind("largest-value", AnswerForm.Value, Histories, HistoryQuestions.Largest),
        new FunctionKind("smallest-value", AnswerForm.Value, Histories, HistoryQuestions.Smallest),
        new FunctionKind("visit-with-value", AnswerForm.Number, Histories, HistoryQuestions.VisitWithValue),
        new FunctionKind("element-value", AnswerForm.Value, States, CollectionQuestions.Element),
        new FunctionKind("collection-size", AnswerForm.Number, States, CollectionQuestions.Size),
        new FunctionKind("largest-size", AnswerForm.Number, States, CollectionQuestions.LargestSize),
        new FunctionKind("line-count", AnswerForm.Number, TraceTrust.Lines, LineQuestions.Count),
        new FunctionKind("line-count-in-call", AnswerForm.Number, TraceTrust.Lines, LineQuestions.CountInCall),
        new FunctionKind("line-ever-runs", AnswerForm.YesNo, TraceTrust.Lines, LineQuestions.EverRuns),
        new FunctionKind("lines-never-run", AnswerForm.Lines, TraceTrust.Lines, LineQuestions.NeverRuns),
        new FunctionKind("line-runs-more", AnswerForm.Line, TraceTrust.Lines, LineQuestions.RunsMore),
        new FunctionKind("line-path", AnswerForm.Lines, TraceTrust.Lines, LineQuestions.Path),
        new FunctionKind("loop-iterations", AnswerForm.Number, TraceTrust.Lines, LineQuestions.Iterations),
        new FunctionKind("branch-next", AnswerForm.Line, TraceTrust.Lines, LineQuestions.BranchNext),
        new FunctionKind("branch-count", AnswerForm.Number, TraceTrust.Lines, LineQuestions.BranchCount),
        new FunctionKind("call-count", AnswerForm.Number, TraceTrust.Calls, CallQuestions.Count),
        new FunctionKind("call-arguments", AnswerForm.Bindings, TraceTrust.Calls, CallQuestions.Arguments),
        new FunctionKind("returned-value", AnswerForm.Value, TraceTrust.Calls, CallQuestions.Returned),
        new FunctionKind("returned-type", AnswerForm.Name, TraceTrust.Calls, CallQuestions.ReturnedType),
        new FunctionKind("returned-values", AnswerForm.Values, TraceTrust.Calls, CallQuestions.Sequence),
        new FunctionKind("call-that-returns", AnswerForm.Number, TraceTrust.Calls, CallQuestions.WhichReturns),
        new FunctionKind("caller", AnswerForm.Name, TraceTrust.Calls, CallQuestions.Caller),
        new FunctionKind("call-site", AnswerForm.Line, Places, CallQuestions.Site),
        new FunctionKind("leaving-line", AnswerForm.Line, Places, CallQuestions.LeavingLine),
        new FunctionKind("recursion-depth", AnswerForm.Number, TraceTrust.Calls, CallTreeQuestions.MostAtOnce),
        new FunctionKind("stack-at-output", AnswerForm.Names, Places, CallTreeQuestions.StackAtOutput),
        new FunctionKind("stack-at-line", AnswerForm.Names, Places, CallTreeQuestions.StackAtLine),
        new FunctionKind("first-calls", AnswerForm.Names, TraceTrust.Calls, CallTreeQuestions.FirstCalls),
        new FunctionKind("functions-called", AnswerForm.Number, TraceTrust.Calls, CallTreeQuestions.Distinct),
        new FunctionKind("callees", AnswerForm.Names, TraceTrust.Calls, CallTreeQuestions.Callees),
        new FunctionKind("calls-inside", AnswerForm.Number, TraceTrust.Calls, CallTreeQuestions.Inside),
        new FunctionKind("returns-first", AnswerForm.Number, TraceTrust.Calls, CallTreeQuestions.ReturnsFirst),
        new FunctionKind("output-line-count", AnswerForm.Number, TraceTrust.None, OutputQuestions.LineCount),
        new FunctionKind("output-line", AnswerForm.Text, TraceTrust.None, OutputQuestions.LineAt),
        new FunctionKind("output-last", AnswerForm.Text, TraceTrust.None, OutputQuestions.Last),
        new FunctionKind("output-characters", AnswerForm.Number, TraceTrust.None, OutputQuestions.Characters),
        new FunctionKind("output-longest", AnswerForm.Number, TraceTrust.None, OutputQuestions.Longest),
        new FunctionKind("output-writer", AnswerForm.Line, TraceTrust.Lines, OutputQuestions.Writer),
        new FunctionKind("output-number", AnswerForm.Number, TraceTrust.None, OutputQuestions.NumberOf),
        new FunctionKind("output-before-line", AnswerForm.Number, TraceTrust.Lines, OutputQuestions.BeforeLine),
        new FunctionKind("input-reader", AnswerForm.Line, TraceTrust.Lines, OutputQuestions.Reader),
        new FunctionKind("exit-status", AnswerForm.Number, TraceTrust.None, EndQuestions.ExitStatus),
        new FunctionKind("exception-type", AnswerForm.Name, TraceTrust.Exceptions, EndQuestions.Type),
        new FunctionKind("exception-line", AnswerForm.Line, Raises, EndQuestions.RaisedLine),
        new FunctionKind("exception-message", AnswerForm.Text, TraceTrust.Exceptions, EndQuestions.Message),
        new FunctionKind("exception-caught", AnswerForm.YesNo, TraceTrust.Exceptions, EndQuestions.IsCaught),
        new FunctionKind("catching-line", AnswerForm.Line, Raises, EndQuestions.CaughtLine),
        new FunctionKind("exception-count", AnswerForm.Number, TraceTrust.Exceptions, EndQuestions.Count),
    ];

    /// <summary>Kinds about two cases of one program.</summary>
    public static ImmutableArray<IPairQuestion> Pairs { get; } =
    [
        new FunctionPairKind("pair-same-output", AnswerForm.YesNo, TraceTrust.None, PairQuestions.SameOutput),
        new FunctionPairKind("pair-first-difference", AnswerForm.Number, TraceTrust.None, PairQuestions.FirstDifference),
        new FunctionPairKind("pair-only-one", AnswerForm.Which, TraceTrust.Lines, PairQuestions.OnlyOne),
        new FunctionPairKind("pair-more-runs", AnswerForm.Which, TraceTrust.Lines, PairQuestions.MoreRuns),
        new FunctionPairKind("pair-extra-calls", AnswerForm.Number, TraceTrust.Calls, PairQuestions.ExtraCalls),
    ];
}
