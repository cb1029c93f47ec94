using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace CodeAlchemy.Models.Requests;

/// <summary>
/// Where the record of each key stands: a hash table in a mapped file that is gone with the process. The system may put its
/// pages out of memory, so the process stays as small with a hundred million keys as with a thousand. 24 bytes a slot, at most three of
/// four slots in use. Thread-safe.
/// </summary>
internal sealed class PositionTable : IDisposable
{
    private const int Smallest = 4096;
    private readonly Lock _lock = new();
    private Slots? _slots;
    private long _count;

    /// <summary>Keys in the table.</summary>
    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    /// <summary>Sets the position of a key, at least 0; the last one counts.</summary>
    /// <exception cref="IOException">There is no room for the file.</exception>
    public void Set(RequestKey key, long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        lock (_lock)
        {
            _slots ??= new Slots(Smallest);
            if (_count >= _slots.Capacity / 4 * 3)
            {
                Grow();
            }

            _count += _slots.Put(new Slot(key.Value, position + 1)) ? 1 : 0;
        }
    }

    /// <summary>Position of a key, or −1.</summary>
    public long Find(RequestKey key)
    {
        lock (_lock)
        {
            return _slots is null ? -1 : _slots.Find(key.Value).PositionPlusOne - 1;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _slots?.Dispose();
            _slots = null;
            _count = 0;
        }
    }

    private void Grow()
    {
        var old = _slots!;
        var grown = new Slots(old.Capacity * 2);
        foreach (var slot in old.Used())
        {
            grown.Put(slot);
        }

        _slots = grown;
        old.Dispose();
    }

    /// <summary>A key and its position; a position of 0 marks a free slot.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 8)]
    private readonly record struct Slot(ulong High, ulong Low, long PositionPlusOne)
    {
        public Slot(UInt128 key, long positionPlusOne)
            : this((ulong)(key >> 64), (ulong)key, positionPlusOne)
        {
        }
    }

    /// <summary>Slots in a file, a power of two of them; keys are hashes already, and a taken slot leads to the next.</summary>
    private sealed class Slots : IDisposable
    {
        private const int Size = 24;
        private readonly MemoryMappedFile _file;
        private readonly MemoryMappedViewAccessor _view;

        public Slots(long capacity)
        {
            Capacity = capacity;
            var path = Path.Combine(Path.GetTempPath(), $"codealchemy-{Guid.NewGuid():N}.positions");
            var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            _file = MemoryMappedFile.CreateFromFile(stream, null, capacity * Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
            _view = _file.CreateViewAccessor(0, capacity * Size);
            if (!OperatingSystem.IsWindows())
            {
                // Nothing is left behind then when the process is killed.
                File.Delete(path);
            }
        }

        public long Capacity { get; }

        /// <summary>Whether the key is new.</summary>
        public bool Put(Slot slot)
        {
            var at = At(slot.High, slot.Low, out var found);
            _view.Write(at * Size, ref slot);
            return found.PositionPlusOne == 0;
        }

        public Slot Find(UInt128 key)
        {
            _ = At((ulong)(key >> 64), (ulong)key, out var found);
            return found;
        }

        public IEnumerable<Slot> Used()
        {
            for (var index = 0L; index < Capacity; index++)
            {
                _view.Read<Slot>(index * Size, out var slot);
                if (slot.PositionPlusOne != 0)
                {
                    yield return slot;
                }
            }
        }

        public void Dispose()
        {
            _view.Dispose();
            _file.Dispose();
        }

        private long At(ulong high, ulong low, out Slot found)
        {
            for (var index = (long)(low & (ulong)(Capacity - 1)); ; index = (index + 1) & (Capacity - 1))
            {
                _view.Read(index * Size, out found);
                if (found.PositionPlusOne == 0 || (found.High == high && found.Low == low))
                {
                    return index;
                }
            }
        }
    }
}
