namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>What came of compiling an instrumented text.</summary>
/// <param name="Succeeded">Whether all commands ended with status 0.</param>
/// <param name="Messages">The compiler's messages.</param>
internal sealed record CompileAttempt(bool Succeeded, string Messages);
