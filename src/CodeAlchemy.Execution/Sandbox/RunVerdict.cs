using System.Globalization;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Tells honestly how a run ended, from what the host did and what the kernel counted; a killed run is never "ok".</summary>
internal static class RunVerdict
{
    private const int SigXcpu = 24;
    private const int SigXfsz = 25;
    private const int SigSys = 31;
    private const int NoSuchFile = 2;

    /// <summary>The status, exit code, signal and sentence of a run.</summary>
    public static RunResult Decide(StatusReport report, ExecutionStatus? stopped, bool outOfMemory, bool outOfProcesses, SandboxLimits limits)
    {
        var (exit, signal) = Split(report.WaitStatus);
        var status = Cause(stopped, outOfMemory, outOfProcesses) ?? ByKernel(report, exit, signal);
        return new RunResult
        {
            Status = status,
            ExitCode = status is ExecutionStatus.MissingToolchain ? null : exit,
            Signal = signal,
            Detail = Sentence(status, limits, signal),
        };
    }

    // A program that met a limit of memory or processes may hang or spin afterwards, or end well with a child killed: the
    // limit is the cause, and what it would have done without is not known.
    private static ExecutionStatus? Cause(ExecutionStatus? stopped, bool outOfMemory, bool outOfProcesses) => stopped switch
    {
        null or ExecutionStatus.Timeout or ExecutionStatus.CpuLimit when outOfMemory => ExecutionStatus.MemoryLimit,
        null or ExecutionStatus.Timeout or ExecutionStatus.CpuLimit when outOfProcesses => ExecutionStatus.ProcessLimit,
        _ => stopped,
    };

    private static ExecutionStatus ByKernel(StatusReport report, int? exit, int? signal)
    {
        if (report.StartError is { } error)
        {
            return error == NoSuchFile ? ExecutionStatus.MissingToolchain : ExecutionStatus.Denied;
        }

        return signal switch
        {
            _ when report.OverBudget => ExecutionStatus.CpuLimit,
            SigXcpu => ExecutionStatus.CpuLimit,
            SigXfsz => ExecutionStatus.DiskLimit,
            SigSys => ExecutionStatus.Denied,
            not null => ExecutionStatus.Signal,
            _ when report.DiskFull => ExecutionStatus.DiskLimit,
            _ => exit == 0 ? ExecutionStatus.Ok : ExecutionStatus.Error,
        };
    }

    private static (int? Exit, int? Signal) Split(int? waitStatus) => waitStatus switch
    {
        null => (null, null),
        { } status when (status & 0x7f) == 0 => ((status >> 8) & 0xff, null),
        { } status => (null, status & 0x7f),
    };

    private static string? Sentence(ExecutionStatus status, SandboxLimits limits, int? signal) => status switch
    {
        ExecutionStatus.Timeout => Text($"it ran longer than {limits.Wall.TotalSeconds:0.###} s"),
        ExecutionStatus.CpuLimit => Text($"it used more than {limits.Processor.TotalSeconds:0.###} s of processor time"),
        ExecutionStatus.MemoryLimit => Text($"it used more than {limits.Memory >> 20} MiB of memory"),
        ExecutionStatus.OutputLimit => Text($"it wrote more than {limits.Output} bytes of output"),
        ExecutionStatus.ProcessLimit => Text($"it made more than {limits.Processes} processes and threads"),
        ExecutionStatus.DiskLimit => Text($"it wrote more than {limits.Disk >> 20} MiB or {limits.Inodes} files, or a file of more than {limits.FileSize >> 20} MiB"),
        ExecutionStatus.Signal => Text($"it was ended by signal {signal}"),
        ExecutionStatus.Denied => "it was refused something it needs",
        ExecutionStatus.MissingToolchain => "the program that should be started is missing",
        _ => null,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
