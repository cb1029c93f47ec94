namespace CodeAlchemy.Models.Policies;

/// <summary>
/// Whether an endpoint is worth asking. After a few requests in a row that it could not answer it is left alone for a while;
/// then one request tries it. Thread-safe.
/// </summary>
internal sealed class EndpointHealth(TimeProvider time)
{
    private const int Tolerated = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _restsUntil;
    private string _last = string.Empty;

    /// <summary>What went wrong last.</summary>
    public string Last
    {
        get
        {
            lock (_lock)
            {
                return _last;
            }
        }
    }

    /// <summary>Whether a request may go there now. The first one after a rest takes the next rest with it, so that only it tries.</summary>
    public bool Allows()
    {
        lock (_lock)
        {
            if (_failures < Tolerated)
            {
                return true;
            }

            var now = time.GetUtcNow();
            if (now < _restsUntil)
            {
                return false;
            }

            _restsUntil = now + Rest;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            _failures = 0;
        }
    }

    public void Failed(string detail)
    {
        lock (_lock)
        {
            _last = detail;
            if (++_failures == Tolerated)
            {
                _restsUntil = time.GetUtcNow() + Rest;
            }
        }
    }
}
