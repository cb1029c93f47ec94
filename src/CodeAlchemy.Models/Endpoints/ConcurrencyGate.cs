
namespace CodeAlchemy.Models.Endpoints;

/// <summary>
/// Limits requests in flight to one endpoint: the limit grows by one per round of answers (faster until the first complaint)
/// and shrinks by a factor when the endpoint complains, at most once per round. A pause that the endpoint asks for holds
/// everyone back. First come, first served. Thread-safe.
/// </summary>
internal sealed class ConcurrencyGate : IDisposable
{
    private const double Shrink = 0.7;
    private const int Start = 16;
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource<long>> _waiting = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly int _most;
    private readonly TimeSpan _longestPause;
    private double _limit;
    private bool _fast = true;
    private int _inFlight;
    private long _round;
    private DateTimeOffset _pausedUntil;

    public ConcurrencyGate(int most, TimeSpan longestPause, TimeProvider time)
    {
        (_most, _longestPause, _time) = (most, longestPause, time);
        _limit = Math.Min(Start, most);
        _timer = time.CreateTimer(static gate => ((ConcurrencyGate)gate!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Requests that may be in flight now.</summary>
    public double Limit
    {
        get
        {
            lock (_lock)
            {
                return _limit;
            }
        }
    }

    /// <summary>Waits for a place.</summary>
    /// <returns>Number of the round, for <see cref="Leave"/>.</returns>
    public ValueTask<long> Enter(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 && IsOpen())
            {
                _inFlight++;
                return new(_round);
            }

            var place = _waiting.AddLast(new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
            return new(Wait(place, cancellationToken));
        }
    }

    /// <summary>Gives the place back and learns from what happened.</summary>
    public void Leave(long round, in Attempt attempt)
    {
        lock (_lock)
        {
            _inFlight--;
            Learn(round, attempt.Kind);
            if (attempt.Pause is { } pause)
            {
                Hold(pause < _longestPause ? pause : _longestPause);
            }

            Release();
        }
    }

    public void Dispose() => _timer.Dispose();

    private async Task<long> Wait(LinkedListNode<TaskCompletionSource<long>> place, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                lock (_lock)
                {
                    if (place.List is not null)
                    {
                        _waiting.Remove(place);
                        place.Value.TrySetCanceled(token);
                    }
                }
            },
            null);
        return await place.Value.Task;
    }

    private bool IsOpen() => _inFlight < Math.Max(1, (int)_limit) && _time.GetUtcNow() >= _pausedUntil;

    private void Learn(long round, AttemptKind kind)
    {
        switch (kind)
        {
            case AttemptKind.Answered:
                _limit = Math.Min(_most, _limit + (_fast ? 1 : 1 / _limit));
                break;
            case (AttemptKind.Throttled or AttemptKind.Overload) when round == _round:
                _limit = Math.Max(1, _limit * Shrink);
                _fast = false;
                _round++;
                break;
        }
    }

    private void Hold(TimeSpan pause)
    {
        var until = _time.GetUtcNow() + pause;
        if (until > _pausedUntil)
        {
            _pausedUntil = until;
            _timer.Change(pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void Wake()
    {
        lock (_lock)
        {
            var left = _pausedUntil - _time.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                // A timer may be early by a little.
                _timer.Change(left + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            Release();
        }
    }

    private void Release()
    {
        while (_waiting.First is { } first && IsOpen())
        {
            _waiting.RemoveFirst();
            _inFlight++;
            first.Value.TrySetResult(_round);
        }
    }
}
