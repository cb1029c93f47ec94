using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Journaling;

namespace CodeAlchemy.Bench.Models;

/// <summary>The real journal behind the port.</summary>
public sealed class StoredJournal(string path) : IReplyJournal, IDisposable
{
    private readonly Journal _journal = Journal.Open(path);

    public long Append(ReadOnlySpan<byte> record) => _journal.Append(record);

    public ReadOnlyMemory<byte> Read(long position) => _journal.Read(position);

    public IEnumerable<(long Position, ReadOnlyMemory<byte> Record)> ReadAll() =>
        _journal.ReadAll().Select(record => (record.Position, (ReadOnlyMemory<byte>)record.Bytes));

    public void Dispose() => _journal.Dispose();
}
