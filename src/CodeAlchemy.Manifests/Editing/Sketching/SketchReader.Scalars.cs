using System.Buffers;

namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>Scalars and what stands between nodes.</summary>
internal sealed partial class SketchReader
{
    private static readonly SearchValues<char> EndsProperty = SearchValues.Create(" \t\r\n,]}");

    /// <summary>Moves to the next character that means something: over white space, comments and the marks of documents.</summary>
    private void SkipBlank()
    {
        while (!AtEnd)
        {
            var c = _text[_at];
            if (IsSpace(c) || c == '\uFEFF')
            {
                _at++;
            }
            else if (IsComment(_at) || IsMark())
            {
                SkipLine();
            }
            else
            {
                return;
            }
        }
    }

    private bool IsComment(int at) => _text[at] == '#' && (at == 0 || IsSpace(_text[at - 1]));

    private bool IsMark()
    {
        var isLineStart = _at == 0 || _text[_at - 1] is '\n' or '\r';
        return isLineStart && (_text[_at] == '%' || ((_text.AsSpan(_at).StartsWith("---") || _text.AsSpan(_at).StartsWith("...")) && (_at + 3 >= _text.Length || IsSpace(_text[_at + 3]))));
    }

    private void SkipLine() => _at = LineEnd(_at);

    private int LineEnd(int at)
    {
        var length = _text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? _text.Length : at + length;
    }

    // What stands behind a value that has ended belongs to nothing.
    private void SkipRestOfLine() => SkipLine();

    /// <summary>Skips an anchor or a tag with the spaces behind it.</summary>
    private void SkipProperty()
    {
        var length = _text.AsSpan(_at + 1).IndexOfAny(EndsProperty);
        _at = length < 0 ? _text.Length : _at + 1 + length;
    }

    private SketchScalar Key(int column)
    {
        if (_text[_at] is '"' or '\'')
        {
            var quoted = Quoted(parent: int.MaxValue);
            while (!AtEnd && _text[_at] == ' ')
            {
                _at++;
            }

            return quoted;
        }

        var end = PlainKeyEnd(_at);
        var key = PlainPart(_at, end, column);
        _at = Math.Max(end, _at + 1);
        return key;
    }

    /// <summary>The offset of the colon behind a plain key of block style, or of the end of its text.</summary>
    private int PlainKeyEnd(int at)
    {
        var end = LineEnd(at);
        for (var i = at; i < end; i++)
        {
            if ((_text[i] == ':' && (i + 1 >= _text.Length || IsSpace(_text[i + 1]))) || IsComment(i))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>A plain scalar of block style with the lines that continue it.</summary>
    private SketchScalar Plain(int parent, bool beginsLine)
    {
        var (start, column) = (_at, Column(_at));
        var end = PlainEnd(start);
        var text = _text[start..end].TrimEnd();
        var last = start + text.Length;
        _at = end;
        while (ContinuesPlain(parent))
        {
            end = PlainEnd(_at);
            var line = _text[_at..end].TrimEnd();
            text += $" {line}";
            last = _at + line.Length;
            _at = end;
        }

        return new SketchScalar(start, column, text, SketchStyle.Plain) { End = last, BeginsLine = beginsLine };
    }

    private bool ContinuesPlain(int parent)
    {
        var here = _at;
        if (!AtEnd && IsComment(_at))
        {
            return false;
        }

        while (!AtEnd && IsSpace(_text[_at]))
        {
            _at++;
        }

        var continues = !AtEnd && HasBreak(here, _at) && Column(_at) > parent && !IsComment(_at) && !IsMark() && !IsColon(PlainKeyEnd(_at));
        _at = continues ? _at : here;
        return continues;
    }

    private int PlainEnd(int at)
    {
        var end = LineEnd(at);
        for (var i = at + 1; i < end; i++)
        {
            if (IsComment(i))
            {
                return i;
            }
        }

        return end;
    }

    private SketchScalar PlainPart(int start, int end, int column)
    {
        var text = _text[start..end].TrimEnd();
        return new SketchScalar(start, column, text, SketchStyle.Plain) { End = start + text.Length };
    }

    private SketchScalar Quoted(int parent)
    {
        var (start, column) = (_at, Column(_at));
        var end = QuotedEnd(start, parent);
        var isClosed = end >= 0;
        _at = isClosed ? end : LineEnd(start);
        var inner = _text[(start + 1)..Math.Max(start + 1, isClosed ? end - 1 : _at)];
        var text = _text[start] == '\'' ? inner.Replace("''", "'", StringComparison.Ordinal) : inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        return new SketchScalar(start, column, text, SketchStyle.Quoted) { End = _at };
    }

    /// <summary>The offset behind the closing quote, or −1: its lines are indented more than <paramref name="parent"/>.</summary>
    private int QuotedEnd(int start, int parent)
    {
        var quote = _text[start];
        for (var i = start + 1; i < _text.Length; i++)
        {
            var c = _text[i];
            if (c == '\\' && quote == '"')
            {
                i++;
            }
            else if (c == quote)
            {
                if (quote == '"' || i + 1 >= _text.Length || _text[i + 1] != '\'')
                {
                    return i + 1;
                }

                i++;
            }
            else if (c is '\n' or '\r' && !GoesOn(i, parent))
            {
                return -1;
            }
        }

        return -1;
    }

    // A quote that was just typed must not take the rest of the document.
    private bool GoesOn(int lineEnd, int parent)
    {
        var next = lineEnd;
        while (next < _text.Length && IsSpace(_text[next]))
        {
            next++;
        }

        return next < _text.Length && Column(next) > parent;
    }

    /// <summary>A scalar below <c>|</c> or <c>&gt;</c>.</summary>
    private SketchScalar Lines(int parent)
    {
        var (start, column) = (_at, Column(_at));
        SkipLine();
        var (first, end) = (_at, _at);
        while (!AtEnd)
        {
            var next = _at;
            while (next < _text.Length && IsSpace(_text[next]))
            {
                next++;
            }

            if (next >= _text.Length || Column(next) <= parent)
            {
                break;
            }

            _at = end = LineEnd(next);
        }

        return new SketchScalar(start, column, _text[first..end].Trim('\r', '\n'), SketchStyle.Block) { End = end };
    }
}
