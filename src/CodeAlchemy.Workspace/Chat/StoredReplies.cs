using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Journaling;

namespace CodeAlchemy.Workspace.Chat;

/// <summary>The journal of replies, in a file of the run folder. Thread-safe.</summary>
internal sealed class StoredReplies(string path) : IReplyJournal, IDisposable
{
    private readonly Journal _journal = Journal.Open(path);

    public long Append(ReadOnlySpan<byte> record) => _journal.Append(record);

    public ReadOnlyMemory<byte> Read(long position) => _journal.Read(position);

    public IEnumerable<(long Position, ReadOnlyMemory<byte> Record)> ReadAll() =>
        _journal.ReadAll().Select(record => (record.Position, (ReadOnlyMemory<byte>)record.Bytes));

    public void Dispose() => _journal.Dispose();
}
