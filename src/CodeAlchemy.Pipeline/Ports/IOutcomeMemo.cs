namespace CodeAlchemy.Pipeline.Ports;

/// <summary>Recorded outcomes by key, on disk and surviving a kill at any moment. Thread-safe.</summary>
public interface IOutcomeMemo
{
    /// <summary>Reads a recorded outcome.</summary>
    /// <param name="key">Any text that determines the outcome, for example a hash over source, case, tracer and limits.</param>
    /// <param name="value">The bytes as they were put.</param>
    /// <returns>Whether the outcome is known.</returns>
    bool TryGet(string key, out byte[] value);

    /// <summary>Records an outcome. The first one of a key stays; a later one is ignored.</summary>
    void Put(string key, ReadOnlySpan<byte> value);
}
