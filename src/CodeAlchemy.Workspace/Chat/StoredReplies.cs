using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Journaling;

namespace CodeAlchemy.Workspace.Chat;

/// <summary>The journal of replies, in a file of the run folder. Thread-safe.</summary>
internal sealed class StoredReplies : IReplyJournal, IDisposable
{
    private readonly Journal _journal;

    private StoredReplies(Journal journal) => _journal = journal;

    /// <summary>Opens the journal of a run that goes on, creating it where there is none.</summary>
    public static StoredReplies Open(string path) => new(Journal.Open(path));

    /// <summary>Opens the journal of a run that is finished; nothing may be appended.</summary>
    public static StoredReplies OpenRead(string path) => new(Journal.OpenRead(path));

    public long Append(ReadOnlySpan<byte> record) => _journal.Append(record);

    public ReadOnlyMemory<byte> Read(long position) => _journal.Read(position);

    public IEnumerable<(long Position, ReadOnlyMemory<byte> Record)> ReadAll() =>
        _journal.ReadAll().Select(record => (record.Position, (ReadOnlyMemory<byte>)record.Bytes));

    public void Dispose() => _journal.Dispose();
}
