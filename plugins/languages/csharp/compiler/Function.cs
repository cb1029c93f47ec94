using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeAlchemy.Compiler;

/// <summary>A function with a body: what its frame is called, what it returns, and which names its probes can show.</summary>
internal sealed class Function
{
    private const int MostVariables = 64;

    private readonly List<(string Name, string Type)> _slots = [];
    private readonly List<(int Line, ulong Scope)> _places = [];

    public required int Id { get; init; }

    public required string Name { get; init; }

    public required int Line { get; init; }

    public required SyntaxNode Node { get; init; }

    public required IMethodSymbol? Symbol { get; init; }

    /// <summary>The function around it whose variables it may use.</summary>
    public required Function? Outer { get; init; }

    public bool IsIterator { get; init; }

    public bool IsAsync { get; init; }

    public List<Variable> Variables { get; } = [];

    public string Frame => "__ca" + Id;

    /// <summary>The number of the next function that is not in this one's text.</summary>
    public int Number { get; set; }

    /// <summary>What `return` takes: of an asynchronous function what its task gives; null when nothing.</summary>
    public ITypeSymbol? Result { get; init; }

    public int Slot(Variable variable)
    {
        var at = _slots.FindIndex(slot => slot.Name == variable.Name);
        if (at < 0 && _slots.Count < MostVariables)
        {
            at = _slots.Count;
            _slots.Add((variable.Name, variable.TypeName));
        }

        return at;
    }

    /// <summary>The number of a place that probes name.</summary>
    public int Place(int line, ulong scope)
    {
        _places.Add((line, scope));
        return _places.Count - 1;
    }

    public void AddTo(Sites sites) => sites.Add(Name, Line, IsIterator || IsAsync, _slots, _places);
}
