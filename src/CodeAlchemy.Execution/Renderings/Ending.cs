using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Renderings;

/// <summary>How an execution ended, in words.</summary>
internal static class Ending
{
    public static string Of(TraceEnd end) => end switch
    {
        { Signal: { } signal } => $"{end.Status.ToId()} signal {signal}",
        { ExitCode: { } code } => $"{end.Status.ToId()} exit {code}",
        _ => end.Status.ToId(),
    };
}
