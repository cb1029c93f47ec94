using System.Diagnostics.CodeAnalysis;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>The variables that can be seen: globals (builtin, passed, of <c>with</c>), parameters of functions, locals (<c>$…</c>).</summary>
internal sealed class Scopes
{
    private readonly Stack<VariableScope> _locals = new();
    private readonly List<VariableScope> _globals = [];
    private readonly List<VariableScope> _functions = [];
    private readonly Stack<ObjectValue> _spare = new();

    public Scopes(ObjectValue builtins, ObjectValue passed)
    {
        PushGlobal(builtins);
        PushGlobal(passed);
    }

    /// <summary>The value of <c>this</c>.</summary>
    public ObjectValue Current => _globals[^1].Members!;

    /// <summary>Names that can be read, for messages.</summary>
    public IEnumerable<string> Known =>
        _globals.Skip(1).Concat(_functions).SelectMany(s => s.Loops.Append(s.Members ?? new ObjectValue())).SelectMany(o => o.Names).Distinct();

    public bool TryGetGlobal(string name, out object? value)
    {
        foreach (var scope in VisibleFunctions())
        {
            if (scope.TryGet(name, out value))
            {
                return true;
            }
        }

        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            if (_globals[i].TryGet(name, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    public bool TryGetLocal(string name, out object? value) => _locals.Peek().TryGet(name, out value);

    public void SetGlobal(string name, object? value, Span span)
    {
        var store = StoreFor(name);
        if (!store.TrySet(name, value))
        {
            throw ReadOnly(name, span);
        }
    }

    public void SetLocal(string name, object? value, Span span)
    {
        if (!_locals.Peek().Members!.TrySet(name, value))
        {
            throw ReadOnly(name, span);
        }
    }

    /// <summary>Sets a local variable even when it is read-only.</summary>
    public void ReplaceLocal(string name, object? value, bool readOnly) => _locals.Peek().Members!.Replace(name, value, readOnly);

    public void Protect(string name, bool local) => (local ? _locals.Peek().Members! : StoreFor(name)).Protect(name);

    /// <summary>Sets a variable of the innermost loop.</summary>
    public void SetLoopVariable(string name, bool local, object? value) =>
        (local ? _locals.Peek() : LoopOwner()).Loops[^1].TrySet(name, value);

    public void PushLocal() => _locals.Push(new VariableScope(Spare()));

    public void PopLocal() => Keep(_locals.Pop().Members!);

    public void PushGlobal(ObjectValue members)
    {
        PushMembers(members);
        PushLocal();
    }

    public void PopGlobal()
    {
        PopMembers();
        PopLocal();
    }

    public void PushMembers(ObjectValue members) => _globals.Add(new VariableScope(members));

    public void PopMembers() => _globals.RemoveAt(_globals.Count - 1);

    public void PushFunction(ObjectValue? parameters, bool hidesOuter)
    {
        _functions.Add(new VariableScope(parameters, hidesOuter));
        PushLocal();
    }

    public void PopFunction()
    {
        _functions.RemoveAt(_functions.Count - 1);
        PopLocal();
    }

    public void PushLoop()
    {
        LoopOwner().Loops.Add(Spare());
        _locals.Peek().Loops.Add(Spare());
    }

    public void PopLoop()
    {
        Remove(LoopOwner().Loops);
        Remove(_locals.Peek().Loops);
    }

    // What stands in a function belongs to it, unless the name is one of the globals already.
    private ObjectValue StoreFor(string name)
    {
        ObjectValue? first = null;
        foreach (var scope in VisibleFunctions())
        {
            first ??= scope.Members;
            if (scope.Members?.Has(name) == true)
            {
                return scope.Members;
            }
        }

        return first is null || _globals.Exists(g => g.Members!.Has(name)) ? Current : first;
    }

    private VariableScope LoopOwner()
    {
        foreach (var scope in VisibleFunctions())
        {
            if (scope.Members is not null)
            {
                return scope;
            }
        }

        return _globals[^1];
    }

    [SuppressMessage("Performance", "CA1859", Justification = "An iterator: nothing is allocated while no function runs.")]
    private IEnumerable<VariableScope> VisibleFunctions() => _functions.Count == 0 ? [] : Visible();

    private IEnumerable<VariableScope> Visible()
    {
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            yield return _functions[i];
            if (_functions[i].HidesOuter)
            {
                yield break;
            }
        }
    }

    private ObjectValue Spare() => _spare.TryPop(out var store) ? store : new ObjectValue();

    private void Keep(ObjectValue store)
    {
        store.Clear();
        _spare.Push(store);
    }

    private void Remove(List<ObjectValue> loops)
    {
        Keep(loops[^1]);
        loops.RemoveAt(loops.Count - 1);
    }

    private static ProblemException ReadOnly(string name, Span span) =>
        Faults.Error(span, $"`{name}` is read-only.", "Use another name.");
}
