using System.Collections.Concurrent;
using CodeAlchemy.Pipeline.Ports;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Outcomes in memory: strategies share one tracing, and nothing outlives the work. Thread-safe.</summary>
internal sealed class VolatileMemo : IOutcomeMemo
{
    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    public bool TryGet(string key, out byte[] value) => _known.TryGetValue(key, out value!);

    public void Put(string key, ReadOnlySpan<byte> value) => _known.TryAdd(key, value.ToArray());
}
