using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>One kind of question that the traces of two cases of the same program answer. Stateless and thread-safe.</summary>
public interface IPairQuestion
{
    /// <summary>Name of the kind: lower-case words with hyphens.</summary>
    string Kind { get; }

    /// <summary>In which form its questions are answered.</summary>
    AnswerForm Form { get; }

    /// <summary>Questions about what differs between two cases, in a seeded order; none where the kind doesn't apply.</summary>
    IEnumerable<TraceQuestion> Ask(CaseStudy first, CaseStudy second, IRandom random);
}
