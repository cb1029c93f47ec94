using System.Collections.Concurrent;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>Outcomes of a run by role and request, over any number of kills. About 40 bytes of memory per outcome. Thread-safe.</summary>
internal sealed class ReplyJournal
{
    private const int Head = 1 + RequestKey.Size;
    private readonly IReplyJournal _journal;
    private readonly ConcurrentDictionary<UInt128, long> _positions = new();

    /// <summary>Reads what earlier runs left.</summary>
    /// <param name="journal">The records.</param>
    /// <param name="budget">Takes its own records, or <see langword="null"/>.</param>
    public ReplyJournal(IReplyJournal journal, BudgetRecords? budget)
    {
        _journal = journal;
        foreach (var (position, record) in journal.ReadAll())
        {
            var bytes = record.Span;
            if (bytes.Length >= Head && bytes[0] == JournalKinds.Reply)
            {
                _positions[RequestKey.Read(bytes[1..]).Value] = position;
            }
            else if (bytes.Length > 0 && bytes[0] is JournalKinds.Reserved or JournalKinds.Settled)
            {
                budget?.Replay(bytes);
            }
        }
    }

    public ChatOutcome? Find(RequestKey key) =>
        _positions.TryGetValue(key.Value, out var position) ? ReplyCodec.Read(_journal.Read(position)[Head..]) : null;

    /// <summary>Writes an outcome; it outlives the process when this returns.</summary>
    public void Add(RequestKey key, ChatOutcome outcome)
    {
        using var scratch = Scratch.Rent();
        var record = scratch.Buffer;
        var head = record.GetSpan(Head);
        head[0] = JournalKinds.Reply;
        key.Write(head[1..]);
        record.Advance(Head);
        ReplyCodec.Write(scratch.Json, outcome);
        _positions[key.Value] = _journal.Append(record.WrittenSpan);
    }
}
