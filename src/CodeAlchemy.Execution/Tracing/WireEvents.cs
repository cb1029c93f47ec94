using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Tracing;

/// <summary>Makes events of single records. Not thread-safe.</summary>
internal sealed class WireEvents(WireStrings strings)
{
    private readonly List<TraceVariable> _set = [];
    private readonly List<string> _deleted = [];

    /// <summary>The event of one record.</summary>
    /// <param name="payload">The record without its frame.</param>
    /// <param name="number">Number of the event, from 1.</param>
    /// <exception cref="WireFormatException">The record does not fit.</exception>
    public TraceEvent Event(ReadOnlySpan<byte> payload, int number)
    {
        var fields = new WireFields(payload, strings);
        var kind = fields.Raw();
        if (kind.Length != 1)
        {
            throw new WireFormatException("the kind is not known");
        }

        return kind[0] switch
        {
            (byte)'l' => Placed(ref fields, new Head(TraceEventKind.Line, fields.Number(1), Line: fields.Number(1)), number),
            (byte)'c' => Placed(ref fields, Call(ref fields), number),
            (byte)'r' => Placed(ref fields, new Head(TraceEventKind.Return, fields.Number(1), Line: fields.Number(1)), number),
            (byte)'x' => Placed(ref fields, Thrown(ref fields, TraceEventKind.Exception), number),
            (byte)'k' => Placed(ref fields, Thrown(ref fields, TraceEventKind.Catch), number),
            (byte)'o' => Chunk(ref fields, TraceEventKind.Output, number),
            (byte)'i' => Chunk(ref fields, TraceEventKind.Input, number),
            (byte)'t' => Last(ref fields, ThreadChange(ref fields, number)),
            (byte)'z' => Last(ref fields, Truncated(ref fields, number)),
            _ => throw new WireFormatException("the kind is not known"),
        };
    }

    private static Head Call(ref WireFields fields)
    {
        var frame = fields.Number(1);
        var depth = fields.Number(0);
        var line = fields.Number(1);
        var function = fields.Text();
        return new Head(TraceEventKind.Call, frame, depth, line, function);
    }

    private static Head Thrown(ref WireFields fields, TraceEventKind kind)
    {
        var frame = fields.Number(1);
        var line = fields.Number(1);
        var type = fields.Text();
        var message = fields.Text();
        return new Head(kind, frame, Line: line, Exception: new TraceException(type, message.Length == 0 ? null : message));
    }

    private static TraceEvent Chunk(ref WireFields fields, TraceEventKind kind, int number)
    {
        var descriptor = fields.Number(0);
        if (kind == TraceEventKind.Output && descriptor is not (1 or 2))
        {
            throw new WireFormatException("output goes to descriptor 1 or 2");
        }

        var chunk = new TraceChunk(descriptor, ImmutableCollectionsMarshal.AsImmutableArray(fields.Bytes()));
        return Last(ref fields, new TraceEvent { Sequence = number, Kind = kind, Chunk = chunk });
    }

    private static TraceEvent ThreadChange(ref WireFields fields, int number)
    {
        var thread = fields.Number(1);
        var note = fields.Text();
        return note is "start" or "end"
            ? new TraceEvent { Sequence = number, Kind = TraceEventKind.Thread, Thread = thread, Note = note }
            : throw new WireFormatException("a thread starts or ends");
    }

    private static TraceEvent Truncated(ref WireFields fields, int number)
    {
        var note = fields.Text();
        return note is "events" or "bytes"
            ? new TraceEvent { Sequence = number, Kind = TraceEventKind.Truncated, Note = note }
            : throw new WireFormatException("the limit is events or bytes");
    }

    private static TraceEvent Last(ref WireFields fields, TraceEvent found) =>
        fields.AtEnd ? found : throw new WireFormatException("there are fields too many");

    private TraceEvent Placed(ref WireFields fields, in Head head, int number)
    {
        _set.Clear();
        _deleted.Clear();
        TraceValue? value = null;
        var isUnwound = false;
        string? file = null;
        var thread = 1;
        while (!fields.AtEnd)
        {
            var raw = fields.Raw();
            switch (raw.IsEmpty ? (byte)0 : raw[0])
            {
                case (byte)'=':
                    _set.Add(new TraceVariable(fields.TextAfter(raw), Plain(ref fields)));
                    break;
                case (byte)'~':
                    _set.Add(new TraceVariable(fields.TextAfter(raw), Full(ref fields)));
                    break;
                case (byte)'-':
                    _deleted.Add(fields.TextAfter(raw));
                    break;
                case (byte)'>' when raw.Length == 1 && head.Kind == TraceEventKind.Return:
                    value = Plain(ref fields);
                    break;
                case (byte)'^' when raw.Length == 1 && head.Kind == TraceEventKind.Return:
                    value = Full(ref fields);
                    break;
                case (byte)'u' when raw.Length == 1 && head.Kind == TraceEventKind.Return:
                    isUnwound = true;
                    break;
                case (byte)'f' when raw.Length == 1:
                    file = fields.Text();
                    break;
                case (byte)'h' when raw.Length == 1:
                    thread = fields.Number(1);
                    break;
                default:
                    throw new WireFormatException("an item is not known");
            }
        }

        return new TraceEvent
        {
            Sequence = number,
            Kind = head.Kind,
            Frame = head.Frame,
            Depth = head.Depth,
            Function = head.Function,
            Line = head.Line,
            File = file,
            Thread = thread,
            Set = Frozen(_set),
            Deleted = Frozen(_deleted),
            Value = value,
            Unwound = isUnwound,
            Exception = head.Exception,
        };
    }

    private static TraceValue Plain(ref WireFields fields)
    {
        var type = fields.Text();
        return new TraceValue(type, fields.Text());
    }

    private static TraceValue Full(ref WireFields fields)
    {
        var type = fields.Text();
        var text = fields.Text();
        var alias = fields.NumberOr(0);
        var length = fields.NumberOr(-1);
        return alias <= int.MaxValue
            ? new TraceValue(type, text, (int)alias, length)
            : throw new WireFormatException("a number is too large");
    }

    private static ImmutableArray<T> Frozen<T>(List<T> list) =>
        list.Count == 0 ? [] : ImmutableCollectionsMarshal.AsImmutableArray(list.ToArray());

    private readonly record struct Head(
        TraceEventKind Kind,
        int Frame,
        int Depth = 0,
        int Line = 0,
        string? Function = null,
        TraceException? Exception = null);
}
