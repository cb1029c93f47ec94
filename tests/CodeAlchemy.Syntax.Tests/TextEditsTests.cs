using CodeAlchemy.Abstractions.Syntax;
using System.Text;
using Xunit;

namespace CodeAlchemy.Syntax.Tests;

public sealed class TextEditsTests
{
    [Fact]
    public void Edits_insert_replace_and_delete_bytes_and_tell_where_they_stand()
    {
        var text = Encoding.UTF8.GetBytes("aé😀z");
        var result = TextEdits.Apply(text, [new(0, 0, "<"), new(1, 3, "ü"), new(3, 7, ""), new(7, 7, "1"), new(7, 7, "2")], out var starts);
        Assert.Equal("<aü12z", Encoding.UTF8.GetString(result));
        Assert.Equal([0, 2, 4, 4, 5], starts);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(0, 99)]
    [InlineData(-1, 0)]
    public void An_edit_out_of_range_is_refused(int start, int end) =>
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc"u8, [new(start, end, "x")], out _));

    [Fact]
    public void Edits_that_overlap_are_refused() =>
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc"u8, [new(0, 2, "x"), new(1, 3, "y")], out _));
}
