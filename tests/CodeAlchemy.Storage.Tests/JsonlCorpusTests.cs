using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Corpora;

namespace CodeAlchemy.Storage.Tests;

public sealed class JsonlCorpusTests : IDisposable
{
    private const string Rows = "{\"code\":\"one\",\"name\":\"../a/./b.py\",\"lang\":\"Python\",\"key\":7}\r\n\n  \n{\"code\":\"two \\ud83d\\ude00\"}\nnot json\n[1]\n{\"code\":\"\\ud800\"}\n{\"other\":1}\n{\"code\":\"last\"}";
    private readonly TemporaryFolder _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_are_read_in_order_and_bad_ones_fail_as_items(bool gzip)
    {
        var items = Items(Write("t.jsonl", Rows, gzip));

        Assert.Equal(
            ["a/b.py", "#4", "#5", "#6", "#7", "#8", "#9"],
            items.Select(i => i.Path.Replace(gzip ? "t.jsonl.gz" : "t.jsonl", string.Empty)));
        Assert.Equal(
            ["one", "two 😀", "malformed-row", "malformed-row", "malformed-row", "malformed-row", "last"],
            items.Select(i => i.Failure?.Reason ?? Encoding.UTF8.GetString(i.Content.Span)));
        Assert.Equal(("Python", "7"), (items[0].DeclaredLanguage, items[0].Origin.BlobId));
    }

    [Fact]
    public void Any_part_can_be_opened_again_in_any_order()
    {
        Write("b.jsonl", Table("b", 500), gzip: true);
        Write("a.jsonl", Table("a", 500), gzip: false);
        using var corpus = Corpus.Open(Source(_disk.Path), new CorpusOptions());
        var entries = corpus.List(TestContext.Current.CancellationToken).ToList();
        var whole = corpus.Open(entries).Select(Text).ToList();

        Assert.Equal([.. Enumerable.Range(0, 500).Select(i => $"a{i}"), .. Enumerable.Range(0, 500).Select(i => $"b{i}")], whole);
        foreach (var (first, count) in ((int, int)[])[(700, 50), (100, 20), (490, 20), (0, 1)])
        {
            var part = entries.GetRange(first, count).Where((_, i) => i % 3 != 1).ToList();
            Assert.Equal(part.Select(e => whole[(int)e.Ordinal]), corpus.Open(part).Select(Text));
        }
    }

    [Fact]
    public void A_damaged_table_gives_its_sound_rows_and_then_one_failure()
    {
        var path = Write("t.jsonl", Table("x", 20_000), gzip: true);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);

        var items = Items(path);

        Assert.Equal("unreadable", items[^1].Failure!.Reason);
        Assert.All(items.SkipLast(1), i => Assert.Null(i.Failure));
        Assert.InRange(items.Count, 100, 20_000);
    }

    [Fact]
    public void A_table_packed_in_several_members_is_whole()
    {
        var one = File.ReadAllBytes(Write("one.jsonl", Table("x", 300) + "\n", gzip: true));
        var two = File.ReadAllBytes(Write("two.jsonl", Table("y", 200), gzip: true));

        var items = Items(_disk.Write("both/t.jsonl.gz", [.. one, .. two]));

        Assert.Equal(500, items.Count);
        Assert.All(items, i => Assert.Null(i.Failure));
    }

    [Fact]
    public void A_table_linked_from_outside_is_left_out_with_a_reason_and_other_files_are_no_tables()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.jsonl", Table("secret", 3));
        Write("a.jsonl", Table("x", 1), gzip: false);
        Write("README.md", "text", gzip: false);
        File.CreateSymbolicLink(Path.Combine(_disk.Path, "b.jsonl"), Path.Combine(outside.Path, "secret.jsonl"));

        var items = Items(_disk.Path);

        Assert.Equal(["a.jsonl#1", "b.jsonl"], items.Select(i => i.Path));
        Assert.Equal((CorpusReasons.OutsideCorpus, true), (items[1].Failure!.Reason, items[1].Failure!.Filtered));
    }

    [Fact]
    public void A_row_beyond_the_limit_is_not_read()
    {
        var path = Write("t.jsonl", Table("x", 1) + "\n{\"code\":\"" + new string('y', 80_000) + "\"}\n" + Table("z", 1), gzip: false);

        var items = Items(path, new CorpusOptions { MaximumBytes = 1000 });

        Assert.Equal((80_011L, 0), (items[1].Length, items[1].Content.Length));
        Assert.Equal("z0", Encoding.UTF8.GetString(items[2].Content.Span));
    }

    private static string Table(string prefix, int rows) =>
        string.Join('\n', Enumerable.Range(0, rows).Select(i => $"{{\"code\":\"{prefix}{i}\"}}"));

    private static string Text(CorpusInput input) => Encoding.UTF8.GetString(input.Load().Content.Span);

    private static SourceSection Source(string root) => new()
    {
        Kind = "jsonl",
        Root = root,
        Columns = ImmutableSortedDictionary<string, string>.Empty.Add("text", "code").Add("path", "name").Add("language", "lang").Add("id", "key"),
    };

    private static List<CorpusItem> Items(string path, CorpusOptions? options = null)
    {
        using var corpus = Corpus.Open(Source(path), options ?? new CorpusOptions());
        return [.. corpus.Open(corpus.List(TestContext.Current.CancellationToken)).Select(i => i.Load())];
    }

    private string Write(string name, string text, bool gzip)
    {
        if (!gzip)
        {
            return _disk.Write(name, text);
        }

        using var buffer = new MemoryStream();
        using (var packed = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        return _disk.Write(name + ".gz", buffer.ToArray());
    }
}
