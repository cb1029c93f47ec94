using Microsoft.CodeAnalysis.Text;

namespace CodeAlchemy.Compiler;

/// <summary>Texts that go into a source, none of them with a newline.</summary>
internal sealed class Edits
{
    private readonly List<Edit> _edits = [];
    private List<Edit> _sorted = [];

    /// <summary>At one place in the order in which they were added.</summary>
    public void Insert(int position, string text) => Add(position, 0, text, Rank.Open, _edits.Count);

    /// <summary>Closes what an insertion has opened, to be added before what stands inside: comes in front of everything else there, the last one first.</summary>
    public void Close(int position, string text) => Add(position, 0, text, Rank.Close, -_edits.Count);

    public void Replace(TextSpan span, string text) => Add(span.Start, span.Length, text, Rank.Replace, _edits.Count);

    public SourceText Apply(SourceText text)
    {
        _sorted = [.. _edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.Rank).ThenBy(edit => edit.Order)];
        return text.WithChanges(_sorted.Select(edit => new TextChange(new TextSpan(edit.Start, edit.Length), edit.Text)));
    }

    /// <summary>Where a place of the changed text was before.</summary>
    public int Original(int position)
    {
        var shift = 0;
        foreach (var edit in _sorted)
        {
            if (position < edit.Start + shift)
            {
                break;
            }

            if (position < edit.Start + shift + edit.Text.Length)
            {
                return edit.Start;
            }

            shift += edit.Text.Length - edit.Length;
        }

        return position - shift;
    }

    private void Add(int start, int length, string text, Rank rank, int order) => _edits.Add(new Edit(start, length, text, rank, order));

    private enum Rank
    {
        Close,
        Open,
        Replace,
    }

    private sealed record Edit(int Start, int Length, string Text, Rank Rank, int Order);
}
