using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Values;

/// <summary>Something that can be called. Immutable.</summary>
internal abstract class FunctionValue
{
    /// <summary>Most parameters a function may have: what was passed is kept in the bits of one number.</summary>
    public const int MostParameters = 31;

    public abstract int ParameterCount { get; }

    /// <summary>How many of the first parameters must be passed.</summary>
    public abstract int RequiredCount { get; }

    public abstract VariableParameters Variable { get; }

    /// <summary>A parameter; for an index behind the last one what the last one is.</summary>
    public abstract Parameter Parameter(int index);

    public abstract object? Invoke(RenderContext context, Node caller, ListValue arguments, Block? block);

    /// <summary>The index of a parameter, or −1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < ParameterCount; i++)
        {
            if (Parameter(i).Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
