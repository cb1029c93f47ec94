using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Storage.Tests;

public sealed class DurableFileTests : IDisposable
{
    private readonly TemporaryFolder _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void Text_is_written_whole_without_a_byte_order_mark_and_replaces_what_was_there()
    {
        var path = _disk.Write("a/b.txt", "a much longer text");

        DurableFile.Write(path, "é");

        Assert.Equal(Encoding.UTF8.GetBytes("é"), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Of_many_publishers_the_first_wins_and_its_bytes_stay()
    {
        var path = Path.Combine(_disk.Path, "done.json");
        var winners = new System.Collections.Concurrent.ConcurrentBag<int>();

        Parallel.For(0, 32, i =>
        {
            if (DurableFile.TryPublish(path, BitConverter.GetBytes(i)))
            {
                winners.Add(i);
            }
        });

        Assert.Equal(BitConverter.GetBytes(Assert.Single(winners)), File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(_disk.Path));
    }

    [Fact]
    public void Sharing_gives_a_second_name_and_can_be_repeated()
    {
        var part = _disk.Write("part", "x");
        var name = Path.Combine(_disk.Path, "public");

        DurableFile.Share(part, name);
        DurableFile.Share(part, name);

        Assert.Equal("x", File.ReadAllText(name));
        Assert.Equal(["part", "public"], Directory.GetFiles(_disk.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_full_disk_is_a_problem_with_path_and_remedy()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using var writer = new RowWriter("/dev/full", gzip: false);
        writer.Append("{}\n"u8, 1);

        var thrown = Assert.Throws<ProblemException>(() => writer.Finish());

        Assert.Equal(("disk-full", ExitCode.Failure), (thrown.Problem.Code, thrown.Problem.Exit));
        Assert.Contains("/dev/full", thrown.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("finished work is kept", thrown.Problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_may_not_be_written_is_a_problem()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc here.");

        var thrown = Assert.Throws<ProblemException>(() => DurableFile.Write("/proc/self/codealchemy.txt", "x"));

        Assert.Contains(thrown.Problem.Code, (string[])["not-writable", "write-failed"]);
        Assert.Contains("/proc/self/codealchemy.txt", thrown.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_is_held_by_one_and_names_its_holder()
    {
        Assert.Null(FolderLock.Holder(_disk.Path));
        using (FolderLock.Take(_disk.Path, "the folder"))
        {
            var thrown = Assert.Throws<ProblemException>(() => FolderLock.Take(_disk.Path, "the folder"));

            Assert.Equal("run-folder-busy", thrown.Problem.Code);
            Assert.Equal($"process {Environment.ProcessId} on {Environment.MachineName}", FolderLock.Holder(_disk.Path));
        }

        Assert.Null(FolderLock.Holder(_disk.Path));
        FolderLock.Take(_disk.Path, "the folder").Dispose();
    }

    [Fact]
    public void A_card_says_where_the_rows_are_and_what_became_of_the_inputs()
    {
        var card = DatasetCard.Write(new CardContent
        {
            Name = "quick: \"start\"",
            RunId = "abc",
            ToolVersion = "1.0.0",
            License = "Apache-2.0",
            Configs =
            [
                new CardConfig("code-trace", 12_345, 900, 400, "jsonl.gz", ["difficulty"], ["rendering"], HasReasoning: true),
                new CardConfig("empty", 0, 0, 0, "jsonl.gz", [], [], HasReasoning: false),
            ],
            Languages = System.Collections.Immutable.ImmutableSortedDictionary<string, long>.Empty.Add("c", 2).Add("python", 12_343),
            Libraries = [("python", 7, 2, "re 6, os 1")],
            Totals = [("inputs", 9), ("kept", 9)],
            Stages = [("read", 9, 8, "unreadable 1")],
        });

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "card.md")), card);
    }
}
