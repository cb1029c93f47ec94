using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Storage.Tests.Reviews;

public sealed class RowHeadTests
{
    [Fact]
    public void A_head_tells_a_row_and_its_digest_is_over_the_columns_that_it_says()
    {
        var line = """{"id":"0000000000000000000000000000000a","strategy":"qa","task":"ask","language":"lua","messages":[1, 2],"tokens":{"count":3},"source":{},"provenance":{"run":"x"},"index":0}""";

        var head = Head(line);

        var columns = "id:\"0000000000000000000000000000000a\"\nstrategy:\"qa\"\ntask:\"ask\"\nlanguage:\"lua\"\nmessages:[1, 2]\nindex:0\n";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(columns)))[..32], RowKey.Hex(head.Key.Digest));
        Assert.Equal(("qa", (UInt128)10, "lua", "ask"), (head.Key.Strategy, head.Key.Row, head.Language, head.Task));
    }

    [Fact]
    public void Another_run_or_path_makes_no_other_row_and_another_answer_does()
    {
        var digest = Head(ReviewedRows.Line(1)).Key.Digest;
        Assert.Equal(digest, Head(ReviewedRows.Line(1, run: "run-2", path: "b/renamed.py")).Key.Digest);
        Assert.NotEqual(digest, Head(ReviewedRows.Line(1, answer: "5")).Key.Digest);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"id":"A000000000000000000000000000000a","strategy":"qa","task":"ask","language":"lua"}""")]
    public void What_is_no_row_is_refused(string line) => Assert.ThrowsAny<JsonException>(() => Head(line));

    private static RowHead Head(string line) => RowHead.Of(Encoding.UTF8.GetBytes(line), n => n);
}
