using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A kind given by a pure function over the index of a trace.</summary>
internal sealed class FunctionKind(string kind, AnswerForm form, Func<TraceIndex, IRandom, IEnumerable<Draft>> ask) : ITraceQuestion
{
    public string Kind => kind;

    public AnswerForm Form => form;

    public IEnumerable<TraceQuestion> Ask(CaseStudy study, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var index = TraceIndex.Of(study);
        return index.IsSequential && index.IsOrdered ? ask(index, random).Select(draft => draft.Finish(kind, form)).Where(q => !IsOpen(index, q)) : [];
    }

    // Of an array that is declared without a value, the items that nothing has set are whatever the memory holds.
    private static bool IsOpen(TraceIndex index, TraceQuestion question) =>
        index.Enumerations.In(question.Answer) || index.Closed.In(question.Answer) || (question.Facts["variable"] is { } name && index.Source.LeavesOpen(name.ToString()))
        || (question.Kind == "changed-variables" && question.Answer.Split(", ").Any(index.Source.LeavesOpen));
}
