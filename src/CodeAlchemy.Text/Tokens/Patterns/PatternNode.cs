using System.Collections.Immutable;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>A part of a parsed pattern. Immutable.</summary>
internal abstract record PatternNode
{
    /// <summary>Fewest characters that it matches.</summary>
    public abstract int Least { get; }

    /// <summary>One character of a set.</summary>
    public sealed record One(CharacterSet Set) : PatternNode
    {
        public override int Least => 1;
    }

    /// <summary>Parts one after another.</summary>
    public sealed record Row(ImmutableArray<PatternNode> Parts) : PatternNode
    {
        public override int Least => (int)Math.Min(int.MaxValue, Parts.Sum(part => (long)part.Least));
    }

    /// <summary>The first of several parts that leads to a match.</summary>
    public sealed record Choice(ImmutableArray<PatternNode> Parts) : PatternNode
    {
        public override int Least => Parts.Min(part => part.Least);
    }

    /// <summary>A part repeated, as often as possible; a possessive one gives nothing back.</summary>
    public sealed record Repeat(PatternNode Part, int AtLeast, int AtMost, bool Possessive) : PatternNode
    {
        public override int Least => (int)Math.Min(int.MaxValue, (long)AtLeast * Part.Least);
    }

    /// <summary>A look at what comes next, whether a set's character does.</summary>
    public sealed record Ahead(CharacterSet Set, bool Expected) : PatternNode
    {
        public override int Least => 0;
    }
}
