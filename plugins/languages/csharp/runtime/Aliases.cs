using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodeAlchemy.Trace;

/// <summary>
/// Numbers objects in the order in which they are first seen, and keeps none of them alive. Objects are found by where they
/// lie, because asking one for its hash code would change those that the program sees later; when the collector has moved
/// them, the table is built anew.
/// </summary>
internal sealed class Aliases
{
    private readonly List<Entry> _entries = [];
    private int[] _table = new int[1 << 10];
    private int _collections = -1;
    private int _last;

    public int Of(object value)
    {
        while (true)
        {
            var collections = GC.CollectionCount(0);
            if (collections != _collections)
            {
                Rebuild();
                _collections = collections;
            }

            var at = Find(value);
            if (_table[at] != 0)
            {
                return _entries[_table[at] - 1].Number;
            }

            if (GC.CollectionCount(0) == collections)
            {
                return Add(value, at);
            }
        }
    }

    private static nuint Address(object value) => (nuint)Unsafe.As<object, nint>(ref value);

    private int Add(object value, int at)
    {
        _entries.Add(new Entry(GCHandle.Alloc(value, GCHandleType.Weak), ++_last));
        if (_entries.Count * 2 > _table.Length)
        {
            _collections = -1;
        }
        else
        {
            _table[at] = _entries.Count;
        }

        return _last;
    }

    private int Find(object value)
    {
        var mask = _table.Length - 1;
        var at = (int)((Address(value) >> 3) * 0x9E3779B1u) & mask;
        while (_table[at] != 0 && !ReferenceEquals(_entries[_table[at] - 1].Handle.Target, value))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Rebuild()
    {
        _entries.RemoveAll(entry => entry.Drop());
        var size = _table.Length;
        while (_entries.Count * 4 > size)
        {
            size *= 2;
        }

        _table = new int[size];
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Handle.Target is { } value)
            {
                _table[Find(value)] = i + 1;
            }
        }
    }

    private readonly record struct Entry(GCHandle Handle, int Number)
    {
        public bool Drop()
        {
            if (Handle.Target is not null)
            {
                return false;
            }

            Handle.Free();
            return true;
        }
    }
}
