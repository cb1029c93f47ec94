using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>One kind of question about an execution. Stateless.</summary>
internal interface ITraceTask
{
    /// <summary>Name of the task and of its templates.</summary>
    string Name { get; }

    /// <summary>The questions about a case, in a stable order; none where the task doesn't apply.</summary>
    /// <param name="study">The case.</param>
    /// <param name="options">Options of the strategy.</param>
    /// <param name="workbench">Renders, and gives random numbers.</param>
    IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench);
}
