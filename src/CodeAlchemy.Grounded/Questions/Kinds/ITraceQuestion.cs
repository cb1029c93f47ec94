using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>One kind of question that a trace answers. Stateless and thread-safe.</summary>
public interface ITraceQuestion
{
    /// <summary>Name of the kind: lower-case words with hyphens.</summary>
    string Kind { get; }

    /// <summary>In which form its questions are answered.</summary>
    AnswerForm Form { get; }

    /// <summary>
    /// Questions about a case in a seeded order, the first as good as the last; none where the kind doesn't apply or every answer
    /// would be trivial. They are found while they are read, so a caller takes as many as it needs.
    /// </summary>
    IEnumerable<TraceQuestion> Ask(CaseStudy study, IRandom random);
}
