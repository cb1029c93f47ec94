namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>
/// Reads what YAML a text is, or is about to be: never refuses, and where the text is broken goes by indentation. It knows the parts of YAML
/// that the documents use; what is right or wrong is the business of the strict reader. Not thread-safe.
/// </summary>
internal sealed partial class SketchReader
{
    private const int MostDepth = 64;

    private readonly string _text;
    private readonly CancellationToken _cancellation;
    private int _at;
    private int _depth;
    private int _seen;
    private int _lineStart;

    private SketchReader(string text, CancellationToken cancellation)
    {
        _text = text;
        _cancellation = cancellation;
    }

    private bool AtEnd => _at >= _text.Length;

    /// <summary>Reads a text.</summary>
    /// <returns>The root; an empty mapping for an empty text.</returns>
    public static SketchNode Read(string text, CancellationToken cancellation)
    {
        var reader = new SketchReader(text, cancellation);
        reader.SkipBlank();
        return reader.AtEnd ? new SketchMapping(0, 0, isFlow: false)
            : reader.IsDash() ? reader.List(parent: -1)
            : reader._text[reader._at] is '{' or '[' ? reader.Flow(parent: -1)
            : reader.Mapping(parent: -1);
    }

    /// <summary>What stands behind a colon or a dash, on the same line or on lines that are indented more than <paramref name="parent"/>.</summary>
    /// <param name="parent">Column of the key or dash.</param>
    /// <param name="isItem">Whether it is an entry of a list, where a mapping may begin on the same line.</param>
    private SketchNode? Value(int parent, bool isItem)
    {
        var began = _at;
        SkipBlank();
        var onNewLine = HasBreak(began, _at);
        if (AtEnd || (onNewLine && !IsInside(parent, isItem)))
        {
            return null;
        }

        if (_text[_at] is '&' or '!')
        {
            return BehindProperty(parent, isItem, onNewLine);
        }

        if (_depth >= MostDepth)
        {
            return Plain(parent, onNewLine);
        }

        _depth++;
        var node = Node(parent, onNewLine, isItem);
        _depth--;
        return node;
    }

    private SketchNode Node(int parent, bool onNewLine, bool isItem)
    {
        if (IsDash() && (onNewLine || isItem))
        {
            return List(parent);
        }

        var mayBeMapping = onNewLine || isItem;
        if (mayBeMapping && BeginsEntry(_at))
        {
            return Mapping(parent);
        }

        switch (_text[_at])
        {
            case '{' or '[':
                var flow = Flow(parent);
                SkipRestOfLine();
                return flow;
            case '|' or '>':
                return Lines(parent);
            case '"' or '\'':
                var quoted = Quoted(parent);
                quoted.BeginsLine = onNewLine;
                SkipRestOfLine();
                return quoted;
            default:
                return onNewLine && NextLineIsEntryAt(Column(_at)) ? Mapping(parent) : Plain(parent, onNewLine);
        }
    }

    private SketchNode? BehindProperty(int parent, bool isItem, bool onNewLine)
    {
        while (!AtEnd && _text[_at] is '&' or '!')
        {
            SkipProperty();
            SkipSpaces();
        }

        return AtEnd || _text[_at] is '\n' or '\r' || IsComment(_at) ? Value(parent, isItem) : Node(parent, onNewLine, isItem);
    }

    private SketchMapping Mapping(int parent)
    {
        var mapping = new SketchMapping(_at, Column(_at), isFlow: false);
        do
        {
            _cancellation.ThrowIfCancellationRequested();
            mapping.Entries.Add(Entry());
            mapping.End = mapping.Entries[^1].End;
            SkipBlank();
        }
        while (!AtEnd && Column(_at) > parent && !(IsDash() && Column(_at) < mapping.Column));
        return mapping;
    }

    private SketchEntry Entry()
    {
        var column = Column(_at);
        if (IsDash() || _text[_at] is '{' or '[')
        {
            // Nothing that a mapping can hold: kept, so that what stands in it is found.
            var nothing = new SketchScalar(_at, column, "", SketchStyle.Plain);
            return new SketchEntry(nothing) { Value = IsDash() ? List(column - 1) : FlowLine(column) };
        }

        var entry = new SketchEntry(Key(column));
        if (!AtEnd && _text[_at] == ':')
        {
            entry.Colon = ++_at;
            entry.Value = Value(column, isItem: false);
        }
        else
        {
            SkipRestOfLine();
        }

        return entry;
    }

    private SketchList List(int parent)
    {
        var list = new SketchList(_at, Column(_at), isFlow: false);
        do
        {
            _cancellation.ThrowIfCancellationRequested();
            var start = _at;
            var column = Column(_at);
            _at += IsDash() ? 1 : 0;
            list.End = _at;
            var value = start == _at ? Value(column - 1, isItem: true) : Value(column, isItem: true);
            list.Items.Add(new SketchItem(start, value));
            list.End = Math.Max(list.End, value?.End ?? 0);
            _at = Math.Max(_at, start + 1);
            SkipBlank();
        }
        while (!AtEnd && Column(_at) > parent && (IsDash() || Column(_at) > list.Column) || IsDashAt(list.Column));
        return list;
    }

    private SketchNode FlowLine(int parent)
    {
        var flow = Flow(parent);
        SkipRestOfLine();
        return flow;
    }

    // The entries of a list may stand right below its key.
    private bool IsInside(int parent, bool isItem) =>
        Column(_at) > parent || (!isItem && IsDashAt(parent));

    private bool IsDashAt(int column) => !AtEnd && IsDash() && Column(_at) == column;

    private bool IsDash() => _text[_at] == '-' && (_at + 1 >= _text.Length || IsSpace(_text[_at + 1]));

    /// <summary>Whether a key and a colon begin here.</summary>
    private bool BeginsEntry(int at)
    {
        if (_text[at] is '"' or '\'')
        {
            var end = QuotedEnd(at, int.MaxValue);
            while (end >= 0 && end < _text.Length && _text[end] == ' ')
            {
                end++;
            }

            return end >= 0 && IsColon(end);
        }

        return _text[at] is not ('{' or '[' or '#' or '|' or '>' or '@' or '`') && PlainKeyEnd(at) is var colon && IsColon(colon);
    }

    private bool NextLineIsEntryAt(int column)
    {
        var next = _at + _text.AsSpan(_at).IndexOfAny('\n', '\r');
        if (next < _at)
        {
            return false;
        }

        var (here, isEntry) = (_at, false);
        _at = next;
        SkipBlank();
        isEntry = !AtEnd && Column(_at) == column && BeginsEntry(_at);
        _at = here;
        return isEntry;
    }

    // Begins at the last answer, so that columns on one long line cost no more than the line.
    private int Column(int at)
    {
        var (from, to) = at < _seen ? (at, _seen) : (_seen, at);
        var last = _text.AsSpan(from, to - from).LastIndexOfAny('\n', '\r');
        if (last >= 0)
        {
            _lineStart = at < _seen ? _text.AsSpan(0, at).LastIndexOfAny('\n', '\r') + 1 : from + last + 1;
        }

        _seen = at;
        return at - _lineStart;
    }

    private bool HasBreak(int from, int to) => _text.AsSpan(from, to - from).ContainsAny('\n', '\r');

    private bool IsColon(int at) => at < _text.Length && _text[at] == ':' && (at + 1 >= _text.Length || IsSpace(_text[at + 1]));

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';
}
