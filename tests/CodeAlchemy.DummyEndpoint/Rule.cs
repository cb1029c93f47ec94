namespace CodeAlchemy.DummyEndpoint;

/// <summary>When to do what. The first rule that fits a request decides.</summary>
/// <param name="Behaviour">What is done.</param>
public sealed record Rule(Behaviour Behaviour)
{
    /// <summary>Text that the request's body holds, or <see langword="null"/> for any.</summary>
    public string? Contains { get; init; }

    /// <summary>Fits only the first so many times that a body is seen; 0 for always.</summary>
    public int FirstTimes { get; init; }

    /// <summary>Share of the requests that it fits, drawn from the body's hash, how often it was seen, and the seed.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Seed of the share; rules of different seeds draw independently.</summary>
    public int Seed { get; init; }

    internal bool Fits(string body, ulong hash, int seen) =>
        (Contains is null || body.Contains(Contains, StringComparison.Ordinal)) && (FirstTimes == 0 || seen <= FirstTimes) && (Share >= 1 || Draw(hash, seen) < Share);

    private double Draw(ulong hash, int seen)
    {
        // SplitMix64's finaliser.
        var bits = hash + ((ulong)seen * 0x9E3779B97F4A7C15) + ((ulong)Seed * 0xD1B54A32D192ED03);
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return ((bits ^ (bits >> 31)) >> 11) / (double)(1UL << 53);
    }
}
