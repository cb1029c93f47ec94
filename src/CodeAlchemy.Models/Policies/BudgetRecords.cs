using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Models.Policies;

/// <summary>
/// Keeps the budget over a kill: what is set aside is written before a request is sent, what was used after. A request whose
/// end was never written counts in full, since the endpoint may have answered it.
/// </summary>
internal sealed class BudgetRecords
{
    private const int Size = 1 + sizeof(long) + sizeof(long) + (4 * sizeof(int));
    private readonly IReplyJournal _journal;
    private readonly Dictionary<long, Charge> _open = [];
    private long _last;

    public BudgetRecords(IReplyJournal journal) => _journal = journal;

    /// <summary>Charged according to the records read so far.</summary>
    public Charge Charged => _open.Values.Aggregate(Settled, (sum, open) => sum + open);

    private Charge Settled { get; set; }

    /// <summary>Takes in a record of the journal.</summary>
    public void Replay(ReadOnlySpan<byte> record)
    {
        if (record.Length != Size)
        {
            return;
        }

        var (number, charge) = Read(record);
        _last = Math.Max(_last, number);
        if (record[0] == JournalKinds.Reserved)
        {
            _open[number] = charge;
        }
        else
        {
            _open.Remove(number);
            Settled += charge;
        }
    }

    /// <summary>Notes that a request is about to be sent.</summary>
    public long Reserve(Charge most)
    {
        var number = Interlocked.Increment(ref _last);
        Append(JournalKinds.Reserved, number, most);
        return number;
    }

    /// <summary>Notes what a request used.</summary>
    public void Settle(long number, Charge used) => Append(JournalKinds.Settled, number, used);

    private static (long Number, Charge Charge) Read(ReadOnlySpan<byte> record)
    {
        var money = new decimal(MemoryMarshal.Cast<byte, int>(record[(1 + (2 * sizeof(long)))..]));
        return (BinaryPrimitives.ReadInt64LittleEndian(record[1..]), new Charge(BinaryPrimitives.ReadInt64LittleEndian(record[9..]), money));
    }

    private void Append(byte kind, long number, Charge charge)
    {
        Span<byte> record = stackalloc byte[Size];
        record[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(record[1..], number);
        BinaryPrimitives.WriteInt64LittleEndian(record[9..], charge.Tokens);
        decimal.GetBits(charge.Money, MemoryMarshal.Cast<byte, int>(record[(1 + (2 * sizeof(long)))..]));
        _journal.Append(record);
    }
}
