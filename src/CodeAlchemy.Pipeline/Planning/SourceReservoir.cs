using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>
/// Keeps a random sample of the sources that pass by: those whose hash with the seed is smallest, so the same corpus and seed give the
/// same sample. Holds as many sources in memory as are asked for. Not thread-safe.
/// </summary>
internal sealed class SourceReservoir(int size, long seed)
{
    private readonly PriorityQueue<SourceFile, UInt128> _kept = new(Comparer<UInt128>.Create((left, right) => right.CompareTo(left)));

    public void Offer(SourceFile source)
    {
        var key = Key(source);
        if (_kept.Count < size)
        {
            _kept.Enqueue(source, key);
        }
        else if (size > 0 && _kept.TryPeek(out _, out var largest) && key < largest)
        {
            _kept.DequeueEnqueue(source, key);
        }
    }

    /// <summary>The sample in corpus order.</summary>
    public IReadOnlyList<SourceFile> Take() => [.. _kept.UnorderedItems.Select(item => item.Element).OrderBy(source => source.Ordinal)];

    private UInt128 Key(SourceFile source) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{source.Sha256}/{source.Ordinal}")));
}
