using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Models.Replies;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>Outcomes of a run by role and request, over any number of kills. Memory stays flat, whatever their number. Thread-safe.</summary>
internal sealed class ReplyJournal : IDisposable
{
    private const int Head = 1 + RequestKey.Size;
    private readonly IReplyJournal _journal;
    private readonly PositionTable _positions = new();

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
                _positions.Set(RequestKey.Read(bytes[1..]), position);
            }
            else if (bytes.Length > 0 && bytes[0] is JournalKinds.Reserved or JournalKinds.Settled)
            {
                budget?.Replay(bytes);
            }
        }
    }

    public ChatOutcome? Find(RequestKey key) =>
        _positions.Find(key) is >= 0 and var position ? ReplyCodec.Read(_journal.Read(position)[Head..]) : null;

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
        _positions.Set(key, _journal.Append(record.WrittenSpan));
    }

    public void Dispose() => _positions.Dispose();
}
