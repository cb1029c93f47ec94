using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>Everything a template can name without anybody setting it.</summary>
internal static class BuiltinTable
{
    /// <summary>What <c>date text</c> calls.</summary>
    public static readonly BuiltinFunction DateFunction = Group.Create("date", "text:text=null", DateFunctions.Call);

    /// <summary>The variables of all renderings; never changed.</summary>
    public static readonly ObjectValue Root = Create();

    /// <summary>Whether a name is taken by a builtin.</summary>
    public static bool Has(string name) => Root.Has(name);

    private static ObjectValue Create()
    {
        var root = new ObjectValue();
        foreach (var group in new[]
        {
            ArrayFunctions.Create(), DateFunctions.Create(), HtmlFunctions.Create(), MathFunctions.Create(), ObjectFunctions.Create(),
            RegexFunctions.Create(), StringFunctions.Create(), TimeSpanFunctions.Create(),
        })
        {
            root.TrySet(group.Object.Name, group.Object, readOnly: true);
        }

        root.TrySet("empty", EmptyValue.Instance, readOnly: true);
        root.TrySet("blank", EmptyValue.Instance, readOnly: true);
        root.TrySet(IncludeFunction.Name, new IncludeFunction(), readOnly: true);
        return root;
    }
}
