using System.Collections.Immutable;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>The kinds of questions that traces answer. Immutable.</summary>
public static class TraceQuestions
{
    /// <summary>Kinds about one case.</summary>
    public static ImmutableArray<ITraceQuestion> All { get; } =
    [
        new FunctionKind("value-at-visit", AnswerForm.Value, ValueQuestions.AtVisit),
        new FunctionKind("value-after-line", AnswerForm.Value, ValueQuestions.AfterLine),
        new FunctionKind("value-before-and-after", AnswerForm.Values, ValueQuestions.BeforeAndAfter),
        new FunctionKind("changed-variables", AnswerForm.Names, ValueQuestions.ChangedVariables),
        new FunctionKind("last-value", AnswerForm.Value, ValueQuestions.Last),
        new FunctionKind("same-object", AnswerForm.YesNo, ValueQuestions.SameObject),
        new FunctionKind("change-count", AnswerForm.Number, HistoryQuestions.ChangeCount),
        new FunctionKind("value-sequence", AnswerForm.Values, HistoryQuestions.Sequence),
        new FunctionKind("first-reach", AnswerForm.Line, HistoryQuestions.FirstReach),
        new FunctionKind("largest-value", AnswerForm.Value, HistoryQuestions.Largest),
        new FunctionKind("smallest-value", AnswerForm.Value, HistoryQuestions.Smallest),
        new FunctionKind("visit-with-value", AnswerForm.Number, HistoryQuestions.VisitWithValue),
        new FunctionKind("element-value", AnswerForm.Value, CollectionQuestions.Element),
        new FunctionKind("collection-size", AnswerForm.Number, CollectionQuestions.Size),
        new FunctionKind("largest-size", AnswerForm.Number, CollectionQuestions.LargestSize),
        new FunctionKind("line-count", AnswerForm.Number, LineQuestions.Count),
        new FunctionKind("line-count-in-call", AnswerForm.Number, LineQuestions.CountInCall),
        new FunctionKind("line-ever-runs", AnswerForm.YesNo, LineQuestions.EverRuns),
        new FunctionKind("lines-never-run", AnswerForm.Lines, LineQuestions.NeverRuns),
        new FunctionKind("line-runs-more", AnswerForm.Line, LineQuestions.RunsMore),
        new FunctionKind("line-path", AnswerForm.Lines, LineQuestions.Path),
        new FunctionKind("loop-iterations", AnswerForm.Number, LineQuestions.Iterations),
        new FunctionKind("branch-next", AnswerForm.Line, LineQuestions.BranchNext),
        new FunctionKind("branch-count", AnswerForm.Number, LineQuestions.BranchCount),
        new FunctionKind("call-count", AnswerForm.Number, CallQuestions.Count),
        new FunctionKind("call-arguments", AnswerForm.Bindings, CallQuestions.Arguments),
        new FunctionKind("returned-value", AnswerForm.Value, CallQuestions.Returned),
        new FunctionKind("returned-type", AnswerForm.Name, CallQuestions.ReturnedType),
        new FunctionKind("returned-values", AnswerForm.Values, CallQuestions.Sequence),
        new FunctionKind("call-that-returns", AnswerForm.Number, CallQuestions.WhichReturns),
        new FunctionKind("caller", AnswerForm.Name, CallQuestions.Caller),
        new FunctionKind("call-site", AnswerForm.Line, CallQuestions.Site),
        new FunctionKind("leaving-line", AnswerForm.Line, CallQuestions.LeavingLine),
        new FunctionKind("recursion-depth", AnswerForm.Number, CallTreeQuestions.MostAtOnce),
        new FunctionKind("stack-at-output", AnswerForm.Names, CallTreeQuestions.StackAtOutput),
        new FunctionKind("stack-at-line", AnswerForm.Names, CallTreeQuestions.StackAtLine),
        new FunctionKind("first-calls", AnswerForm.Names, CallTreeQuestions.FirstCalls),
        new FunctionKind("functions-called", AnswerForm.Number, CallTreeQuestions.Distinct),
        new FunctionKind("callees", AnswerForm.Names, CallTreeQuestions.Callees),
        new FunctionKind("calls-inside", AnswerForm.Number, CallTreeQuestions.Inside),
        new FunctionKind("returns-first", AnswerForm.Number, CallTreeQuestions.ReturnsFirst),
        new FunctionKind("output-line-count", AnswerForm.Number, OutputQuestions.LineCount),
        new FunctionKind("output-line", AnswerForm.Text, OutputQuestions.LineAt),
        new FunctionKind("output-last", AnswerForm.Text, OutputQuestions.Last),
        new FunctionKind("output-characters", AnswerForm.Number, OutputQuestions.Characters),
        new FunctionKind("output-longest", AnswerForm.Number, OutputQuestions.Longest),
        new FunctionKind("output-writer", AnswerForm.Line, OutputQuestions.Writer),
        new FunctionKind("output-number", AnswerForm.Number, OutputQuestions.NumberOf),
        new FunctionKind("output-before-line", AnswerForm.Number, OutputQuestions.BeforeLine),
        new FunctionKind("input-reader", AnswerForm.Line, OutputQuestions.Reader),
        new FunctionKind("exit-status", AnswerForm.Number, EndQuestions.ExitStatus),
        new FunctionKind("exception-type", AnswerForm.Name, EndQuestions.Type),
        new FunctionKind("exception-line", AnswerForm.Line, EndQuestions.RaisedLine),
        new FunctionKind("exception-message", AnswerForm.Text, EndQuestions.Message),
        new FunctionKind("exception-caught", AnswerForm.YesNo, EndQuestions.IsCaught),
        new FunctionKind("catching-line", AnswerForm.Line, EndQuestions.CaughtLine),
        new FunctionKind("exception-count", AnswerForm.Number, EndQuestions.Count),
    ];

    /// <summary>Kinds about two cases of one program.</summary>
    public static ImmutableArray<IPairQuestion> Pairs { get; } =
    [
        new FunctionPairKind("pair-same-output", AnswerForm.YesNo, PairQuestions.SameOutput),
        new FunctionPairKind("pair-first-difference", AnswerForm.Number, PairQuestions.FirstDifference),
        new FunctionPairKind("pair-only-one", AnswerForm.Which, PairQuestions.OnlyOne),
        new FunctionPairKind("pair-more-runs", AnswerForm.Which, PairQuestions.MoreRuns),
        new FunctionPairKind("pair-extra-calls", AnswerForm.Number, PairQuestions.ExtraCalls),
    ];
}
