using System.Runtime.InteropServices;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Caching;

/// <summary>Where the record of a key stands in a segment. 24 bytes in an index file, ordered by key.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct CacheEntry(ulong High, ulong Low, long Position) : IComparable<CacheEntry>
{
    public const int Size = 24;

    public UInt128 Key => new(High, Low);

    public static CacheEntry Of(RequestKey key, long position) => new((ulong)(key.Value >> 64), (ulong)key.Value, position);

    public int CompareTo(CacheEntry other) => Key.CompareTo(other.Key);
}
