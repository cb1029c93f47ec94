using System.Collections.Immutable;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>
/// Where the lines of some files stand, with a few facts about each, so that any line can be read without the others. It keeps offsets and heads,
/// never lines: about a hundred bytes for each. Immutable and thread-safe.
/// </summary>
/// <typeparam name="T">The facts.</typeparam>
public sealed class LineIndex<T>
    where T : struct
{
    private readonly List<Entry> _entries;

    internal LineIndex(string stamp, ImmutableArray<string> files, List<Entry> entries, long unreadable)
    {
        Stamp = stamp;
        Files = files;
        _entries = entries;
        Unreadable = unreadable;
    }

    /// <summary>What the files looked like: equal for unchanged files (<see cref="LineIndexes.StampOf"/>).</summary>
    public string Stamp { get; }

    /// <summary>Absolute paths, in the order of the lines.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>Number of lines.</summary>
    public int Count => _entries.Count;

    /// <summary>Lines that could not be read, and files damaged from some place on; <c>verify</c> names them.</summary>
    public long Unreadable { get; }

    /// <summary>The facts about a line.</summary>
    /// <param name="line">Its number, from 0.</param>
    public T Head(int line) => _entries[line].Head;

    /// <summary>Opens the files for reading lines; quickest in ascending order. Dispose it; not thread-safe.</summary>
    public Cursor Open() => new(this);

    internal readonly record struct Entry(T Head, long Offset, int Length, int File);

    /// <summary>Reads lines of an index.</summary>
    public sealed class Cursor : IDisposable
    {
        private readonly LineIndex<T> _index;
        private int _file = -1;
        private SeekableLines? _lines;

        internal Cursor(LineIndex<T> index) => _index = index;

        /// <summary>The bytes of a line without its end.</summary>
        /// <param name="line">Its number, from 0.</param>
        /// <exception cref="InvalidDataException">The file is not the one that was indexed.</exception>
        public byte[] Read(int line)
        {
            var entry = _index._entries[line];
            if (_file != entry.File)
            {
                _lines?.Dispose();
                _lines = new SeekableLines(_index.Files[entry.File]);
                _file = entry.File;
            }

            return _lines!.Read(entry.Offset, entry.Length);
        }

        /// <inheritdoc/>
        public void Dispose() => _lines?.Dispose();
    }
}
