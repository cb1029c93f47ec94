using System.Collections.Immutable;

namespace CodeAlchemy.Strategies.CodeDialogue.Plans;

/// <summary>How conversations of one task go: what has to happen, in order, and what fills the turns between.</summary>
internal sealed record Plan
{
    /// <summary>Task of the rows.</summary>
    public required string Task { get; init; }

    /// <summary>Roles of the user, those that suit the task.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>What has to happen, in order.</summary>
    public ImmutableArray<Beat> Spine { get; init; } = [];

    /// <summary>Moves for the other turns, with how readily they are chosen.</summary>
    public required ImmutableArray<(string Move, double Weight)> Fill { get; init; }

    /// <summary>Fewest and most turns before the first of the spine.</summary>
    public (int Least, int Most) Lead { get; init; }

    /// <summary>Whether a conversation with these moves is one of the task: what goes last of the spine has happened.</summary>
    public bool IsMet(IEnumerable<string> moves) => Spine.Where(b => b.Priority == 1).All(b => moves.Any(m => b.Moves.Contains(m)));

    /// <summary>The beats that a number of turns has room for, in order.</summary>
    public ImmutableArray<Beat> For(int turns)
    {
        var room = Math.Max(1, turns - Lead.Least);
        var kept = Spine.OrderBy(b => b.Priority).Take(room).ToHashSet();
        return [.. Spine.Where(kept.Contains)];
    }
}
