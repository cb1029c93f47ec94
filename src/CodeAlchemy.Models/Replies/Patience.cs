namespace CodeAlchemy.Models.Replies;

/// <summary>
/// The two clocks of an attempt: a time for all of it, and a shorter one that starts again with every byte. Disposed of by the attempt.
/// </summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;
    private readonly long _start = Environment.TickCount64;
    private readonly TimeSpan _total;
    private readonly TimeSpan _idle;

    public Patience(TimeSpan total, TimeSpan idle, CancellationToken caller)
    {
        (_total, _idle, _caller) = (total, idle, caller);
        _source = new CancellationTokenSource(total);
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether one of the clocks ran out, rather than the caller giving up.</summary>
    public bool RanOut => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Whether the whole time is over.</summary>
    public bool TotalRanOut => Left <= TimeSpan.Zero;

    private TimeSpan Left => _total - TimeSpan.FromMilliseconds(Environment.TickCount64 - _start);

    /// <summary>A byte came: the idle clock starts again.</summary>
    public void Renew()
    {
        var left = Left;
        _source.CancelAfter(left < TimeSpan.Zero ? TimeSpan.Zero : left < _idle ? left : _idle);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
