using System.Diagnostics;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>So many requests in each second that begins with the first request. Thread-safe.</summary>
internal sealed class RateLimit(int perSecond)
{
    private readonly Lock _lock = new();
    private long _window = Stopwatch.GetTimestamp();
    private int _used;

    public bool Allows()
    {
        if (perSecond == 0)
        {
            return true;
        }

        lock (_lock)
        {
            if (Stopwatch.GetElapsedTime(_window) >= TimeSpan.FromSeconds(1))
            {
                _window = Stopwatch.GetTimestamp();
                _used = 0;
            }

            return ++_used <= perSecond;
        }
    }
}
