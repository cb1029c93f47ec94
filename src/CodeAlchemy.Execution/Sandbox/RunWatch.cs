using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Watches one run and kills it at the first limit it meets; remembers which. Thread-safe.</summary>
internal sealed class RunWatch : IDisposable
{
    private readonly Action _kill;
    private readonly IControlGroup _group;
    private readonly SandboxLimits _limits;
    private readonly TimeSpan _interval;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly CancellationTokenRegistration _cancellation;
    private readonly Lock _gate = new();
    private ExecutionStatus? _verdict;
    private TimeSpan? _elapsed;
    private TimeSpan _looked;

    public RunWatch(SandboxLimits limits, IControlGroup group, TimeSpan interval, Action kill, CancellationToken cancellationToken)
    {
        _limits = limits;
        _group = group;
        _interval = interval;
        _kill = kill;
        _cancellation = cancellationToken.Register(() => Stop(ExecutionStatus.Timeout));
    }

    /// <summary>The limit that ended the run, or <see langword="null"/>.</summary>
    public ExecutionStatus? Verdict
    {
        get
        {
            lock (_gate)
            {
                return _verdict;
            }
        }
    }

    /// <summary>Time since the start, until the end.</summary>
    public TimeSpan Elapsed => _elapsed ?? TimeProvider.System.GetElapsedTime(_start);

    /// <summary>Ends the run for a reason; only the first one counts, and none does once the run is over.</summary>
    public void Stop(ExecutionStatus reason)
    {
        lock (_gate)
        {
            if (_verdict is null && _elapsed is null)
            {
                _verdict = reason;
                _kill();
            }
        }
    }

    /// <summary>Says that the run is over: a cancellation that comes late must not kill the next run of the slot.</summary>
    public void End()
    {
        lock (_gate)
        {
            _elapsed ??= TimeProvider.System.GetElapsedTime(_start);
        }
    }

    /// <summary>Looks at the time and, every interval, at the processor time.</summary>
    public void Look()
    {
        var now = Elapsed;
        if (now > _limits.Wall)
        {
            Stop(ExecutionStatus.Timeout);
        }
        else if (now - _looked >= _interval)
        {
            _looked = now;
            if (_group.Processor() > _limits.Processor)
            {
                Stop(ExecutionStatus.CpuLimit);
            }
        }
    }

    public void Dispose()
    {
        End();
        _cancellation.Dispose();
    }
}
