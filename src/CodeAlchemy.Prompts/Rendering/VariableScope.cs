using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>One level of variables: those of loops inside it come first.</summary>
internal sealed class VariableScope(ObjectValue? members, bool hidesOuter = false)
{
    public ObjectValue? Members { get; } = members;

    /// <summary>Whether functions further out can't be seen from here.</summary>
    public bool HidesOuter { get; } = hidesOuter;

    public List<ObjectValue> Loops { get; } = [];

    public bool TryGet(string name, out object? value)
    {
        for (var i = Loops.Count - 1; i >= 0; i--)
        {
            if (Loops[i].TryGet(name, out value))
            {
                return true;
            }
        }

        value = null;
        return Members is not null && Members.TryGet(name, out value);
    }
}
