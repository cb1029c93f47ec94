using System.Collections;

namespace CodeAlchemy.Prompts.Values;

/// <summary>An array of the language: a list that may carry named members besides.</summary>
internal sealed class ListValue : IReadOnlyList<object?>
{
    private readonly List<object?> _items;

    public ListValue(int capacity = 0) => _items = new List<object?>(capacity);

    public ListValue(IEnumerable<object?> items) => _items = [.. items];

    /// <summary>Members beside the items, made when first set.</summary>
    public ObjectValue? Members { get; private set; }

    public int Count => _items.Count;

    /// <summary>An item; <see langword="null"/> outside the list. Setting behind the end fills the gap with nulls.</summary>
    public object? this[int index]
    {
        get => index >= 0 && index < _items.Count ? _items[index] : null;
        set
        {
            while (_items.Count <= index)
            {
                _items.Add(null);
            }

            _items[index] = value;
        }
    }

    public void Add(object? item) => _items.Add(item);

    public void AddRange(IEnumerable<object?> items) => _items.AddRange(items);

    public void Insert(int index, object? item) => _items.Insert(index, item);

    public void RemoveAt(int index) => _items.RemoveAt(index);

    public object? Member(string name) => name == "size" ? Count : Members?.Get(name);

    public bool HasMember(string name) => name == "size" || Members?.Has(name) == true;

    /// <summary>Sets a member; false when it can't be written.</summary>
    public bool TrySet(string name, object? value) => (Members ??= new ObjectValue()).TrySet(name, value);

    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
