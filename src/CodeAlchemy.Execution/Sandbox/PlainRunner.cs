using System.Diagnostics;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Runs a program with the host's own rights: no isolation, only limits of time and output. For programs that are trusted.</summary>
internal static class PlainRunner
{
    public static ValueTask<RunResult> Run(SandboxRequest request, CancellationToken cancellationToken) =>
        throw new ProblemException(new Problem(
            "isolation-none", "isolation 'none' is not offered by this version", "use --isolation standard", ExitCode.MissingTool));
}
