using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Finds for each line of output the line of source that wrote it, where the trace tells.</summary>
internal static class OutputPlaces
{
    public static ImmutableArray<OutputLine> Of(CaseStudy study, TracePass pass)
    {
        if (string.IsNullOrEmpty(study.Output))
        {
            return [];
        }

        var pieces = Pieces(pass);
        var placed = pieces.Count > 0 && pieces[^1].End == Encoding.UTF8.GetByteCount(study.Output);
        var lines = ImmutableArray.CreateBuilder<OutputLine>();
        var start = 0;
        foreach (var text in study.Output.TrimEnd('\n').Split('\n'))
        {
            var size = Encoding.UTF8.GetByteCount(text);
            var place = placed ? Place(pieces, start, start + size) : default;
            lines.Add(new OutputLine(lines.Count + 1, text, place.Line, place.Frame, place.Sequence));
            start += size + 1;
        }

        return lines.ToImmutable();
    }

    private static List<(int End, int Line, int Frame, int Sequence)> Pieces(TracePass pass)
    {
        var pieces = new List<(int, int, int, int)>();
        var end = 0;
        foreach (var (e, line, frame) in pass.Written)
        {
            end += e.Chunk!.Bytes.Length;
            pieces.Add((end, line, frame, e.Sequence));
        }

        return pieces;
    }

    // A line that several lines of source wrote together has no writer.
    private static (int Line, int Frame, int Sequence) Place(List<(int End, int Line, int Frame, int Sequence)> pieces, int first, int last)
    {
        var from = pieces.FindIndex(p => p.End > first);
        var to = pieces.FindIndex(p => p.End > last);
        to = to < 0 ? pieces.Count - 1 : to;
        var own = from < 0 ? [] : pieces[from..(to + 1)];
        return own.Count == 0 ? default
            : own.All(p => p.Line == own[0].Line && p.Frame == own[0].Frame) ? (own[0].Line, own[0].Frame, own[0].Sequence)
            : (0, 0, own[0].Sequence);
    }
}
