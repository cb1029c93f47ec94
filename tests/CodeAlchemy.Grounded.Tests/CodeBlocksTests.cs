using CodeAlchemy.Grounded.Asking;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class CodeBlocksTests
{
    [Fact]
    public void Blocks_come_with_their_language_and_fences_inside_longer_ones_stay()
    {
        var blocks = CodeBlocks.In("Look:\r\n```python title\nprint(1)\n```\nand\n~~~~\n```\nx\n```\n~~~~\n");

        Assert.Equal([new CodeBlock("python", "print(1)\n"), new CodeBlock("", "```\nx\n```\n")], blocks);
    }

    [Theory]
    [InlineData("no code at all")]
    [InlineData("```python\nprint(1)\n")]
    [InlineData("```a\n1\n```\n```b\n2\n```\n")]
    [InlineData("an `inline` and ``` ticks ``` on a line")]
    public void A_reply_without_exactly_one_closed_block_has_no_single_one(string text) => Assert.Null(CodeBlocks.Single(text));

    [Fact]
    public void An_empty_block_is_a_block() => Assert.Equal(new CodeBlock("", ""), CodeBlocks.Single("```\n```"));
}
