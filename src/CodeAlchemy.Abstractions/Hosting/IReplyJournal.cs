namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>
/// Append-only records that outlive the process: what was appended can be read after a kill, what was torn is gone. Thread-safe.
/// </summary>
public interface IReplyJournal
{
    /// <summary>Appends a record; it is safe from the death of the process when this returns.</summary>
    /// <returns>Position of the record, for <see cref="Read"/>.</returns>
    long Append(ReadOnlySpan<byte> record);

    /// <summary>The record at a position.</summary>
    /// <param name="position">As <see cref="Append"/> returned it or <see cref="ReadAll"/> gave it.</param>
    ReadOnlyMemory<byte> Read(long position);

    /// <summary>The records from the start, with their positions.</summary>
    IEnumerable<(long Position, ReadOnlyMemory<byte> Record)> ReadAll();
}
