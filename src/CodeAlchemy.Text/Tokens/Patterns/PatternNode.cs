using System.Collections.Immutable;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>A part of a parsed pattern. Immutable.</summary>
internal abstract record PatternNode
{
    /// <summary>Fewest characters that it matches.</summary>
    public abstract int Least { get; }

    /// <summary>Whether a match can begin with a character, or be empty.</summary>
    public bool CanBegin(int rune) => Least == 0 || Begins(rune);

    /// <summary>Whether a match that isn't empty can begin with a character.</summary>
    protected abstract bool Begins(int rune);

    /// <summary>One character of a set.</summary>
    public sealed record One(CharacterSet Set) : PatternNode
    {
        public override int Least => 1;

        protected override bool Begins(int rune) => Set.Contains(rune);
    }

    /// <summary>Parts one after another.</summary>
    public sealed record Row(ImmutableArray<PatternNode> Parts) : PatternNode
    {
        public override int Least => (int)Math.Min(int.MaxValue, Parts.Sum(part => (long)part.Least));

        // The first part that takes something, or one before it that may.
        protected override bool Begins(int rune)
        {
            var empty = Parts.TakeWhile(part => part.Least == 0).Count();
            return Parts.Take(empty + 1).Any(part => part.Begins(rune));
        }
    }

    /// <summary>The first of several parts that leads to a match.</summary>
    public sealed record Choice(ImmutableArray<PatternNode> Parts) : PatternNode
    {
        public override int Least => Parts.Min(part => part.Least);

        protected override bool Begins(int rune) => Parts.Any(part => part.Begins(rune));
    }

    /// <summary>A part repeated, as often as possible; a possessive one gives nothing back.</summary>
    public sealed record Repeat(PatternNode Part, int AtLeast, int AtMost, bool Possessive) : PatternNode
    {
        public override int Least => (int)Math.Min(int.MaxValue, (long)AtLeast * Part.Least);

        protected override bool Begins(int rune) => Part.Begins(rune);
    }

    /// <summary>A look at what comes next, whether a set's character does.</summary>
    public sealed record Ahead(CharacterSet Set, bool Expected) : PatternNode
    {
        public override int Least => 0;

        protected override bool Begins(int rune) => false;
    }
}
