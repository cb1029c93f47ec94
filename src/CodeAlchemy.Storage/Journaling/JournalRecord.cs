namespace CodeAlchemy.Storage.Journaling;

/// <summary>A record of a <see cref="Journal"/>.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Bytes">Its bytes.</param>
public readonly record struct JournalRecord(long Position, byte[] Bytes);
