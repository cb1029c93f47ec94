using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Watches one run and kills it at the first limit it meets; remembers which.</summary>
internal sealed class RunWatch : IDisposable
{
    private readonly Action _kill;
    private readonly IControlGroup _group;
    private readonly SandboxLimits _limits;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _cancellation;
    private int _verdict = -1;

    public RunWatch(SandboxLimits limits, IControlGroup group, TimeSpan interval, Action kill, CancellationToken cancellationToken)
    {
        _limits = limits;
        _group = group;
        _kill = kill;
        _timer = new Timer(_ => Look(), null, interval, interval);
        _cancellation = cancellationToken.Register(() => Stop(ExecutionStatus.Timeout));
    }

    /// <summary>The limit that ended the run, or <see langword="null"/>.</summary>
    public ExecutionStatus? Verdict => Volatile.Read(ref _verdict) is >= 0 and var verdict ? (ExecutionStatus)verdict : null;

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    /// <summary>Ends the run for a reason; only the first one counts.</summary>
    public void Stop(ExecutionStatus reason)
    {
        if (Interlocked.CompareExchange(ref _verdict, (int)reason, -1) == -1)
        {
            _kill();
        }
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        _timer.Dispose();
    }

    private void Look()
    {
        if (Elapsed > _limits.Wall)
        {
            Stop(ExecutionStatus.Timeout);
        }
        else if (_group.Processor() > _limits.Processor)
        {
            Stop(ExecutionStatus.CpuLimit);
        }
    }
}
