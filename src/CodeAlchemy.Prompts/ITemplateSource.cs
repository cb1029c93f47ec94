using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts;

/// <summary>Finds templates by path. Implementations are thread-safe.</summary>
public interface ITemplateSource
{
    /// <summary>The compiled template.</summary>
    /// <param name="path">Path as an <c>include</c> names it.</param>
    /// <exception cref="ProblemException">There is no such template, or it is not valid.</exception>
    PromptTemplate Get(string path);
}
