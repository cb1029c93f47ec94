namespace CodeAlchemy.Models.Policies;

/// <summary>First byte of a record of the journal.</summary>
internal static class JournalKinds
{
    public const byte Reply = (byte)'R';

    public const byte Reserved = (byte)'B';

    public const byte Settled = (byte)'C';
}
