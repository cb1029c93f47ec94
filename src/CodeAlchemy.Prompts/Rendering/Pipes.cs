using CodeAlchemy.Prompts.Tree;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>What waits on the left side of pipes until a function takes it as its first argument. Parentheses start afresh.</summary>
internal sealed class Pipes
{
    private readonly Stack<Stack<Expression>> _frames = new();

    /// <summary>The pipe that a call looks into, or <see langword="null"/>.</summary>
    public Stack<Expression>? Current { get; private set; }

    public void Push()
    {
        Current = new Stack<Expression>(1);
        _frames.Push(Current);
    }

    public void Pop()
    {
        _frames.Pop();
        Current = _frames.Count > 0 ? _frames.Peek() : null;
    }
}
