using System.Buffers;
using System.Text;

namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>Applies edits to a UTF-8 text and tells where each came to stand.</summary>
public static class TextEdits
{
    /// <summary>Applies edits that don't overlap, in any order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="edits">The edits; those at the same place keep their order.</param>
    /// <exception cref="ArgumentException">Edits overlap or reach outside the text.</exception>
    public static string Apply(string text, IEnumerable<TextEdit> edits) =>
        Encoding.UTF8.GetString(Apply(Encoding.UTF8.GetBytes(text), [.. edits.OrderBy(edit => edit.Start)], out _));

    /// <summary>Applies edits that don't overlap. Insertions at the same place keep their order.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="edits">The edits, sorted by <see cref="TextEdit.Start"/>.</param>
    /// <param name="starts">Where each edit's text begins in the result, in bytes.</param>
    /// <exception cref="ArgumentException">Edits overlap, are not sorted, or reach outside the text.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> utf8, IReadOnlyList<TextEdit> edits, out int[] starts)
    {
        ArgumentNullException.ThrowIfNull(edits);
        starts = new int[edits.Count];
        var result = new ArrayBufferWriter<byte>(utf8.Length + (edits.Count * 16) + 1);
        var done = 0;
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            if (edit.Start < done || edit.End < edit.Start || edit.End > utf8.Length)
            {
                throw new ArgumentException($"Edit {i} ({edit.Start}..{edit.End}) overlaps or is out of range.", nameof(edits));
            }

            result.Write(utf8[done..edit.Start]);
            starts[i] = result.WrittenCount;
            Encoding.UTF8.GetBytes(edit.Text, result);
            done = edit.End;
        }

        result.Write(utf8[done..]);
        return result.WrittenSpan.ToArray();
    }
}
