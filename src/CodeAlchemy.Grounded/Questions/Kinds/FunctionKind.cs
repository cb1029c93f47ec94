using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A kind given by a pure function over the index of a trace.</summary>
internal sealed class FunctionKind(string kind, AnswerForm form, TraceTrust needs, Func<TraceIndex, IRandom, IEnumerable<Draft>> ask) : ITraceQuestion
{
    public string Kind => kind;

    public AnswerForm Form => form;

    public IEnumerable<TraceQuestion> Ask(CaseStudy study, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!study.Trust.Covers(needs))
        {
            return [];
        }

        var index = TraceIndex.Of(study);
        return index.IsSequential && index.IsOrdered ? ask(index, random).Select(draft => Explained(study, draft.Finish(kind, form))).Where(q => !IsOpen(index, q)) : [];
    }

    // Reasons name lines, and those of values the lines that have set them.
    private TraceQuestion Explained(CaseStudy study, TraceQuestion question) =>
        study.Trust.Covers(needs.HasFlag(TraceTrust.Values) ? TraceTrust.Lines | TraceTrust.Changes : TraceTrust.Lines) ? question : question with { Steps = [] };

    // The order of Lua's keys is nobody's promise. Of an array that is declared without a value, the items that nothing has set are whatever the memory holds.
    private static bool IsOpen(TraceIndex index, TraceQuestion question) =>
        (index.Study.Source.Language == "lua" && question.Answer.Contains("] = ", StringComparison.Ordinal)) || index.Enumerations.In(question.Answer) || index.Closed.In(question.Answer) || (question.Facts["variable"] is { } name && (index.Source.LeavesOpen(name.ToString()) || index.Shadowing.Has(question.Facts["within"]?.ToString() ?? question.Facts["function"]?.ToString(), name.ToString())))
        || (question.Kind == "changed-variables" && question.Answer.Split(", ").Any(n => index.Source.LeavesOpen(n) || index.Shadowing.Has(question.Facts["within"]?.ToString(), n)));
}
