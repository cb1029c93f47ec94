using System.Diagnostics.CodeAnalysis;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>What a loop tells about itself: <c>for.index</c>, <c>for.last</c> and so on.</summary>
internal sealed class LoopState(IEnumerable<object?>? items, IEnumerator<object?>? enumerator) : ObjectValue
{
    private bool _asked;
    private bool _isLast;
    private int? _length;

    public int Index { get; set; }

    public bool Changed { get; set; }

    public override IEnumerable<string> Names => [];

    /// <summary>Begins the next turn.</summary>
    public void Next() => _asked = false;

    /// <summary>Whether this turn is the last one; moves to the next item once per turn.</summary>
    public bool IsLast()
    {
        if (!_asked && enumerator is not null)
        {
            _isLast = !enumerator.MoveNext();
            _asked = true;
        }

        return _isLast;
    }

    public override bool CanWrite(string name) => false;

    public override bool TryGet(string name, [MaybeNullWhen(false)] out object? value)
    {
        value = name switch
        {
            "index" => Index,
            "length" => Length,
            "first" => Index == 0,
            "even" => Index % 2 == 0,
            "odd" => Index % 2 != 0,
            "last" => IsLast(),
            "changed" => Changed,
            "rindex" => Length - Index - 1,
            _ => null,
        };
        return value is not null;
    }

    private int Length => _length ??= items?.Count() ?? 0;
}
