namespace CodeAlchemy.Manifests.Editing.Sketching;

/// <summary>Flow style: braces and brackets.</summary>
internal sealed partial class SketchReader
{
    private SketchNode Flow(int parent)
    {
        _depth++;
        SketchNode node = _text[_at] == '{' ? FlowMapping(parent) : FlowList(parent);
        _depth--;
        return node;
    }

    private SketchMapping FlowMapping(int parent)
    {
        var mapping = new SketchMapping(_at, Column(_at), isFlow: true);
        _at++;
        while (GoesOnInFlow(parent) && _text[_at] is not ('}' or ']'))
        {
            if (_text[_at] == ',')
            {
                _at++;
            }
            else
            {
                mapping.Entries.Add(FlowEntry(parent));
            }
        }

        mapping.IsClosed = !AtEnd && _text[_at] == '}' && IsFlowInside(parent);
        _at += mapping.IsClosed ? 1 : 0;
        mapping.End = mapping.IsClosed ? _at : Math.Max(mapping.Start + 1, mapping.Entries.Count == 0 ? 0 : mapping.Entries[^1].End);
        return mapping;
    }

    private SketchEntry FlowEntry(int parent)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_text[_at] is '{' or '[')
        {
            return new SketchEntry(new SketchScalar(_at, Column(_at), "", SketchStyle.Plain)) { Value = FlowNode(parent) };
        }

        var key = FlowScalar(parent);
        var entry = new SketchEntry(key);
        var behind = _at;
        if (GoesOnInFlow(parent) && _text[_at] == ':')
        {
            entry.Colon = ++_at;
            entry.Value = GoesOnInFlow(parent) && _text[_at] is not (',' or '}' or ']') ? FlowNode(parent) : null;
        }
        else
        {
            _at = behind;
        }

        return entry;
    }

    private SketchList FlowList(int parent)
    {
        var list = new SketchList(_at, Column(_at), isFlow: true);
        _at++;
        while (GoesOnInFlow(parent) && _text[_at] is not ('}' or ']'))
        {
            var before = _at;
            if (_text[_at] == ',')
            {
                _at++;
                continue;
            }

            var value = FlowItem(parent);
            list.Items.Add(new SketchItem(before, value));
            list.End = value.End;
        }

        var isClosed = !AtEnd && _text[_at] == ']' && IsFlowInside(parent);
        _at += isClosed ? 1 : 0;
        list.End = isClosed ? _at : Math.Max(list.Start + 1, list.End);
        return list;
    }

    // `name: options` in a list is a mapping of one key without braces.
    private SketchNode FlowItem(int parent)
    {
        if (_text[_at] is '{' or '[')
        {
            return FlowNode(parent);
        }

        var entry = FlowEntry(parent);
        if (entry.Colon < 0)
        {
            return entry.Key;
        }

        var single = new SketchMapping(entry.Key.Start, entry.Key.Column, isFlow: true) { End = entry.End, IsClosed = true };
        single.Entries.Add(entry);
        return single;
    }

    private SketchNode FlowNode(int parent)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_text[_at] is '&' or '!')
        {
            SkipProperty();
            if (!GoesOnInFlow(parent))
            {
                return new SketchScalar(_at, 0, "", SketchStyle.Plain);
            }
        }

        return _text[_at] is '{' or '[' && _depth < MostDepth ? Flow(parent) : FlowScalar(parent);
    }

    private SketchScalar FlowScalar(int parent)
    {
        if (_text[_at] is '"' or '\'')
        {
            return Quoted(parent);
        }

        var (start, column) = (_at, Column(_at));
        _at++;
        while (!AtEnd && !EndsFlowScalar(_at))
        {
            _at++;
        }

        return PlainPart(start, _at, column);
    }

    private bool EndsFlowScalar(int at) => _text[at] switch
    {
        ',' or '[' or ']' or '{' or '}' or '\n' or '\r' => true,
        ':' => at + 1 >= _text.Length || IsSpace(_text[at + 1]) || _text[at + 1] is ',' or '[' or ']' or '{' or '}',
        _ => IsComment(at),
    };

    /// <summary>Moves to the next character; not when the line it stands in can't belong to the braces any more.</summary>
    private bool GoesOnInFlow(int parent)
    {
        var here = _at;
        SkipBlank();
        if (AtEnd || (HasBreak(here, _at) && !IsFlowInside(parent)))
        {
            _at = here;
            SkipSpaces();
            return false;
        }

        return true;
    }

    private void SkipSpaces()
    {
        while (!AtEnd && _text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private bool IsFlowInside(int parent) => Column(_at) > parent || _text[_at] is '}' or ']' || parent < 0;
}
