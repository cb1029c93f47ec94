using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Storage.Tests;

public sealed class RowFileTests : IDisposable
{
    private readonly TemporaryFolder _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(5000, false)]
    [InlineData(5000, true)]
    public void Lines_come_back_and_the_file_is_what_it_says(int rows, bool gzip)
    {
        var path = Path.Combine(_disk.Path, gzip ? "a.jsonl.gz" : "a.jsonl");
        List<string> lines = [.. Enumerable.Range(0, rows).Select(i => $"{{\"row\":{i},\"pad\":\"{new string('x', i % 100)}\"}}")];

        var info = Write(path, gzip, lines);

        Assert.Equal(lines, RowReader.Lines(path).Select(l => Encoding.UTF8.GetString(l)));
        Assert.Equal((rows, lines.Sum(l => l.Length + 1L), new FileInfo(path).Length), (info.Rows, info.TextBytes, info.Bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), info.Sha256);
    }

    [Fact]
    public void Gzip_has_no_name_time_or_system_in_its_header_and_equal_lines_give_equal_bytes()
    {
        string[] lines = ["{}", "{\"a\":1}"];
        Write(Path.Combine(_disk.Path, "one.jsonl.gz"), true, lines);
        Write(Path.Combine(_disk.Path, "two.jsonl.gz"), true, lines);

        var bytes = File.ReadAllBytes(Path.Combine(_disk.Path, "one.jsonl.gz"));
        Assert.Equal([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF], bytes[..10]);
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(_disk.Path, "two.jsonl.gz")));
    }

    [Fact]
    public void A_line_longer_than_any_buffer_is_read_whole()
    {
        var path = Path.Combine(_disk.Path, "a.jsonl");
        string[] lines = ["short", new string('y', 1_000_000), "end"];
        Write(path, false, lines);

        Assert.Equal(lines, RowReader.Lines(path).Select(l => Encoding.UTF8.GetString(l)));
    }

    [Fact]
    public void A_row_has_its_columns_in_the_order_of_the_format()
    {
        var json = Row(Sample with { Case = "first", Scores = Sample.Scores.Add("difficulty", 0.5), Labels = Sample.Labels.Add("rendering", "cwm") });

        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "row.json")).Trim();
        Assert.Equal(expected, json);
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_stop_a_row()
    {
        var json = Row(Sample with { Messages = [new Message("user", "bad \ud800 text")] });

        Assert.Equal("bad \ufffd text", JsonDocument.Parse(json).RootElement.GetProperty("messages")[0].GetProperty("content").GetString());
    }

    [Fact]
    public void Everything_that_determines_a_row_changes_its_id_and_nothing_else_does()
    {
        var origin = Origin;
        string[] other =
        [
            RowIdentity.Of(Source with { Sha256 = new string('b', 64) }, origin, Sample),
            RowIdentity.Of(Source with { Sidecar = "cases: []" }, origin, Sample),
            RowIdentity.Of(Source, origin with { Strategy = "other" }, Sample),
            RowIdentity.Of(Source, origin with { Version = "2.0.0" }, Sample),
            RowIdentity.Of(Source, origin with { Parameters = "{\"a\":1}" }, Sample),
            RowIdentity.Of(Source, origin with { Seed = 43 }, Sample),
            RowIdentity.Of(Source, origin, Sample with { Task = "other" }),
            RowIdentity.Of(Source, origin, Sample with { Index = 1 }),
            RowIdentity.Of(Source, origin, Sample with { Case = "first" }),
            RowIdentity.Of(Source, origin, Sample with { Case = string.Empty }),
            RowIdentity.Of(Source, origin, Sample with { Prompts = [] }),
        ];

        var id = RowIdentity.Of(Source, origin, Sample);
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal(other.Length + 1, other.Append(id).Distinct().Count());
        Assert.Equal(id, RowIdentity.Of(Source with { Path = "elsewhere.py", Ordinal = 9 }, origin with { Run = "another" }, Sample with { Messages = [new("user", "x")] }));
    }

    private static SourceFile Source { get; } = new()
    {
        Ordinal = 3,
        Path = "a/é.py",
        Language = "python",
        Text = "x",
        Sha256 = new string('a', 64),
        Origin = new SourceOrigin("blob", "me/it", ["MIT"], "permissive"),
        Imports = ["os"],
    };

    private static RowOrigin Origin { get; } = new("run1", "code-trace", "1.0.0", "{\"renderings\":[\"cwm\"]}", 42);

    private static Sample Sample { get; } = new()
    {
        Task = "predict-output",
        Messages = [new Message("user", "What does \"é\" <print> & 'why'?\n"), new Message("assistant", "15", "3 × 5")],
        Verification = [new Verification("execution", VerificationStatus.Verified, "digest")],
        Prompts = [new PromptReference("code-trace/a.scriban", "ff")],
        Extra = new System.Text.Json.Nodes.JsonObject { ["z"] = 1, ["a"] = new System.Text.Json.Nodes.JsonArray(true, null, "é") },
    };

    private static string Row(Sample sample)
    {
        var buffer = new ArrayBufferWriter<byte>();
        SampleJson.Write(buffer, "0123", Source, Origin, sample, "utf8-bytes", 40);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static RowFileInfo Write(string path, bool gzip, IEnumerable<string> lines)
    {
        using var writer = new RowWriter(path, gzip);
        foreach (var line in lines)
        {
            writer.Append(Encoding.UTF8.GetBytes(line + "\n"), 1);
        }

        return writer.Finish();
    }
}
