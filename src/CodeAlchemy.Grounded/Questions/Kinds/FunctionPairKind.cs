using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>A kind given by a pure function over the indexes of two traces.</summary>
internal sealed class FunctionPairKind(string kind, AnswerForm form, TraceTrust needs, Func<TraceIndex, TraceIndex, IRandom, IEnumerable<Draft>> ask) : IPairQuestion
{
    public string Kind => kind;

    public AnswerForm Form => form;

    public IEnumerable<TraceQuestion> Ask(CaseStudy first, CaseStudy second, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (one, two) = (TraceIndex.Of(first), TraceIndex.Of(second));
        return first.Trust.Covers(needs) && second.Trust.Covers(needs) && one.IsSequential && two.IsSequential && one.IsOrdered && two.IsOrdered ? ask(one, two, random).Select(draft => draft.Finish(kind, form)) : [];
    }
}
