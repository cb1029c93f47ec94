using System.Text;
using System.Text.Json;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Storage.Tests;

public sealed class LineIndexTests : IDisposable
{
    private readonly TemporaryFolder _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_line_is_read_by_its_number_in_any_order(bool gzip)
    {
        var lines = Enumerable.Range(0, 300).Select(i => $"{{\"n\":{i},\"pad\":\"{new string('ä', i * 7)}\"}}").ToList();
        Write("data/a/1", gzip, lines[..100]);
        Write("data/a/2", gzip, lines[100..]);
        var index = Index<int>(l => JsonSerializer.Deserialize<JsonElement>(l).GetProperty("n").GetInt32());

        using var cursor = index.Open();
        foreach (var i in (int[])[.. Enumerable.Range(0, 300), 299, 0, 150, 100, 99])
        {
            Assert.Equal((i, lines[i]), (index.Head(i), Encoding.UTF8.GetString(cursor.Read(i))));
        }
    }

    [Fact]
    public void Lines_that_are_none_are_counted_and_left_out()
    {
        Write("data/1", false, ["{\"n\":1}", "{", "{\"n\":2}"]);
        Write("data/2", true, ["{\"n\":3}"]);
        var torn = Path.Combine(_disk.Path, "data/2.jsonl.gz");
        File.WriteAllBytes(torn, [1, .. File.ReadAllBytes(torn)]);

        var index = Index<int>(l => JsonSerializer.Deserialize<JsonElement>(l).GetProperty("n").GetInt32());

        Assert.Equal((2, 2L, 2), (index.Count, index.Unreadable, index.Head(1)));
    }

    [Fact]
    public void Its_stamp_changes_with_the_files_and_a_shorter_file_is_not_read_as_the_old_one()
    {
        Write("data/1", false, ["{\"n\":1}", "{\"n\":2}"]);
        var index = Index<int>(_ => 0);
        Assert.Equal(index.Stamp, LineIndexes.StampOf(Path.Combine(_disk.Path, "data")));

        Write("data/1", false, ["{\"n\":1}"]);

        Assert.NotEqual(index.Stamp, LineIndexes.StampOf(Path.Combine(_disk.Path, "data")));
        using var cursor = index.Open();
        Assert.Throws<InvalidDataException>(() => cursor.Read(1));
    }

    [Fact]
    public void A_hundred_thousand_rows_stay_on_disk()
    {
        var row = ReviewedRows.Line(1, answer: new string('x', 1000));
        Write("data/1", false, Enumerable.Range(0, 100_000).Select(i => row.Replace(ReviewedRows.Id(1), ReviewedRows.Id(i), StringComparison.Ordinal)));
        var names = new Dictionary<string, string>();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var index = Index(l => RowHead.Of(l, n => names.TryGetValue(n, out var known) ? known : names[n] = n));

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(100_000, index.Count);
        Assert.InRange(kept, 0, 20 << 20);
        GC.KeepAlive(index);
    }

    private LineIndex<T> Index<T>(Func<byte[], T> head)
        where T : struct => LineIndexes.Build(Path.Combine(_disk.Path, "data"), head, TestContext.Current.CancellationToken);

    private void Write(string name, bool gzip, IEnumerable<string> lines)
    {
        using var writer = new RowWriter(Path.Combine(_disk.Path, name + (gzip ? ".jsonl.gz" : ".jsonl")), gzip);
        foreach (var line in lines)
        {
            writer.Append(Encoding.UTF8.GetBytes(line + "\n"), 1);
        }

        writer.Finish();
    }
}
