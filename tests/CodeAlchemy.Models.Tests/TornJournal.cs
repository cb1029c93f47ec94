using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Models.Tests;

/// <summary>A journal that after a moment keeps nothing more, as if the process had been killed then.</summary>
internal sealed class TornJournal(IReplyJournal inner) : IReplyJournal
{
    private volatile bool _torn;

    public void Tear() => _torn = true;

    public long Append(ReadOnlySpan<byte> record) => _torn ? 0 : inner.Append(record);

    public ReadOnlyMemory<byte> Read(long position) => inner.Read(position);

    public IEnumerable<(long Position, ReadOnlyMemory<byte> Record)> ReadAll() => inner.ReadAll();
}
