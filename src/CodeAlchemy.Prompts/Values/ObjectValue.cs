using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CodeAlchemy.Prompts.Values;

/// <summary>An object of the language: named members in the order they were first set, each of which may be read-only.</summary>
internal class ObjectValue : IEnumerable<object?>
{
    private readonly Dictionary<string, (object? Value, bool ReadOnly)> _members = new(StringComparer.Ordinal);

    public virtual int Count => _members.Count;

    public virtual IEnumerable<string> Names => _members.Keys;

    public object? Get(string name) => TryGet(name, out var value) ? value : null;

    public bool Has(string name) => TryGet(name, out _);

    public virtual bool TryGet(string name, [MaybeNullWhen(false)] out object? value)
    {
        var found = _members.TryGetValue(name, out var member);
        value = member.Value;
        return found;
    }

    public virtual bool CanWrite(string name) => !_members.TryGetValue(name, out var member) || !member.ReadOnly;

    public bool TrySet(string name, object? value, bool readOnly = false)
    {
        if (!CanWrite(name))
        {
            return false;
        }

        _members[name] = (value, readOnly);
        return true;
    }

    /// <summary>Sets a member even when it is read-only.</summary>
    public void Replace(string name, object? value, bool readOnly = false)
    {
        _members.Remove(name);
        _members[name] = (value, readOnly);
    }

    public void Protect(string name)
    {
        if (TryGet(name, out var value))
        {
            _members[name] = (value, true);
        }
    }

    /// <summary>Forgets all members, so that a scope can be used again.</summary>
    public void Clear() => _members.Clear();

    public IEnumerator<object?> GetEnumerator() => Names.Select(name => (object?)new PairValue(name, Get(name))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
