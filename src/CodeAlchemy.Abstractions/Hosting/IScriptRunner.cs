using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Runs scripts with the tool chain of a language. Thread-safe.</summary>
public interface IScriptRunner
{
    /// <summary>Runs a script in the sandbox. How it ends, a missing tool chain included, is a status and not an exception.</summary>
    /// <exception cref="ArgumentException">A name or a number of the request is not allowed.</exception>
    ValueTask<ScriptResult> Run(
        LanguageDefinition language, ScriptRequest request, ExecutionOptions options, CancellationToken cancellationToken);
}
