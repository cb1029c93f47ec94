using CodeAlchemy.Abstractions;

namespace CodeAlchemy.PromptConformance;

/// <summary>Numbers for tests that only look at their form.</summary>
internal sealed class Counter : IRandom
{
    private ulong _next;

    public int Next(int exclusiveMaximum) => (int)(NextBits() % (ulong)exclusiveMaximum);

    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    public ulong NextBits() => _next += 0x9E3779B97F4A7C15;
}
