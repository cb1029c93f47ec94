namespace CodeAlchemy.Abstractions;

/// <summary>A reproducible random sequence: the same key gives the same numbers on every machine and version. Not thread-safe.</summary>
public interface IRandom
{
    /// <summary>A number from 0 to <paramref name="exclusiveMaximum"/> − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is less than 1.</exception>
    int Next(int exclusiveMaximum);

    /// <summary>A number from 0 inclusive to 1 exclusive.</summary>
    double NextDouble();

    /// <summary>64 random bits.</summary>
    ulong NextBits();
}
