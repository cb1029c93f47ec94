using System.Globalization;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Tells honestly how a run ended, from what the host did and what the kernel counted; a killed run is never "ok".</summary>
internal static class RunVerdict
{
    private const int SigKill = 9;
    private const int SigXcpu = 24;
    private const int SigXfsz = 25;
    private const int SigSys = 31;
    private const int NoSuchFile = 2;

    /// <summary>The status, exit code, signal and sentence of a run.</summary>
    public static RunResult Decide(StatusReport report, ExecutionStatus? stopped, bool outOfMemory, bool outOfProcesses, SandboxLimits limits)
    {
        var (exit, signal) = Split(report.WaitStatus);
        var status = stopped ?? ByKernel(report, exit, signal, outOfMemory, outOfProcesses);
        return new RunResult
        {
            Status = status,
            ExitCode = status is ExecutionStatus.MissingToolchain ? null : exit,
            Signal = signal,
            Detail = Sentence(status, limits, signal),
        };
    }

    private static ExecutionStatus ByKernel(StatusReport report, int? exit, int? signal, bool outOfMemory, bool outOfProcesses)
    {
        if (report.StartError is { } error)
        {
            return error == NoSuchFile ? ExecutionStatus.MissingToolchain : ExecutionStatus.Denied;
        }

        var failed = exit is not 0;
        return (signal, outOfMemory, outOfProcesses) switch
        {
            (SigXcpu, _, _) => ExecutionStatus.CpuLimit,
            (SigXfsz, _, _) => ExecutionStatus.DiskLimit,
            (SigSys, _, _) => ExecutionStatus.Denied,
            (SigKill, true, _) => ExecutionStatus.MemoryLimit,
            (_, true, _) when failed => ExecutionStatus.MemoryLimit,
            (_, _, true) when failed => ExecutionStatus.ProcessLimit,
            (not null, _, _) => ExecutionStatus.Signal,
            _ when failed && report.DiskFull => ExecutionStatus.DiskLimit,
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
