using System.Runtime.Versioning;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Corpora;

namespace CodeAlchemy.Storage.Tests;

public sealed class FilesCorpusTests : IDisposable
{
    private readonly TemporaryFolder _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void Paths_come_sorted_by_components_in_ordinal_order()
    {
        string[] paths = ["Z.py", "a/b.py", "a/z/1.py", "a-b.py", "a.py", "b/A.py", "b/a.py", "é.py"];
        foreach (var path in paths.Reverse())
        {
            _disk.Write(path, "x");
        }

        // 'a' comes before 'a-b.py' because components are compared, not characters of the whole path.
        Assert.Equal(["Z.py", "a/b.py", "a/z/1.py", "a-b.py", "a.py", "b/A.py", "b/a.py", "é.py"], Paths());
    }

    [Fact]
    public void Hidden_names_and_sidecars_are_no_inputs()
    {
        _disk.Write(".git/config", "x");
        _disk.Write(".hidden.py", "x");
        _disk.Write("a.py", "x");
        _disk.Write("a.py.cases.yaml", "cases: []");
        _disk.Write("orphan.py.cases.yaml", "cases: []");

        var item = Assert.Single(Items());
        Assert.Equal(("a.py", "cases: []"), (item.Path, Encoding.UTF8.GetString(item.Sidecar!)));
    }

    [Fact]
    public void Included_and_excluded_patterns_choose_and_an_excluded_folder_is_not_entered()
    {
        _disk.Write("a.py", "x");
        _disk.Write("b.js", "x");
        _disk.Write("node_modules/c.py", "x");
        _disk.Write("lib/d.py", "x");
        _disk.Write("lib/gen/e.py", "x");

        Assert.Equal(["a.py", "lib/d.py"], Paths(Source(["*.py"], ["node_modules", "lib/gen/**"])));
    }

    [Fact]
    public void A_link_inside_is_read_and_one_that_leads_out_is_left_out_with_a_reason()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.py", "secret");
        _disk.Write("real.py", "real");
        File.CreateSymbolicLink(Path.Combine(_disk.Path, "inside.py"), "real.py");
        File.CreateSymbolicLink(Path.Combine(_disk.Path, "outside.py"), Path.Combine(outside.Path, "secret.py"));
        Directory.CreateSymbolicLink(Path.Combine(_disk.Path, "folder"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(_disk.Path, "loop"), _disk.Path);
        File.CreateSymbolicLink(Path.Combine(_disk.Path, "zbroken.py"), "nowhere.py");

        var items = Items().ToDictionary(i => i.Path);

        Assert.Equal(["folder", "inside.py", "outside.py", "real.py", "zbroken.py"], items.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("real", Encoding.UTF8.GetString(items["inside.py"].Content.Span));
        Assert.Equal((CorpusReasons.OutsideCorpus, true), (items["outside.py"].Failure!.Reason, items["outside.py"].Failure!.Filtered));
        Assert.Equal(CorpusReasons.OutsideCorpus, items["folder"].Failure!.Reason);
        Assert.Equal(("unreadable", false), (items["zbroken.py"].Failure!.Reason, items["zbroken.py"].Failure!.Filtered));
    }

    [Fact]
    public void A_file_that_is_gone_when_it_is_read_fails_as_an_item()
    {
        var path = _disk.Write("a.py", "x");
        using var corpus = Corpus.Open(Source(), new CorpusOptions());
        var entries = corpus.List(TestContext.Current.CancellationToken).ToList();
        File.Delete(path);

        Assert.Equal("unreadable", corpus.Open(entries).Single().Load().Failure!.Reason);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_without_permission_is_an_input_that_fails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        _disk.Write("a.py", "x");
        _disk.Write("locked/b.py", "x");
        var locked = Path.Combine(_disk.Path, "locked");
        File.SetUnixFileMode(locked, UnixFileMode.None);
        try
        {
            Assert.SkipWhen(CanList(locked), "This user may list folders without permission.");
            Assert.Equal(["locked"], Items().Where(i => i.Failure is not null).Select(i => i.Path));
        }
        finally
        {
            File.SetUnixFileMode(locked, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Content_beyond_the_limit_is_not_read_but_its_size_is_known()
    {
        _disk.Write("a.py", new byte[1000]);

        var item = Items(options: new CorpusOptions { MaximumBytes = 999 }).Single();

        Assert.Equal((1000L, 0), (item.Length, item.Content.Length));
    }

    [Fact]
    public void A_pipe_in_the_corpus_does_not_stop_reading()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "There is no mkfifo here.");
        using (var mkfifo = System.Diagnostics.Process.Start("/usr/bin/mkfifo", Path.Combine(_disk.Path, "pipe.py")))
        {
            mkfifo.WaitForExit();
        }

        var item = Assert.Single(Items());

        Assert.Equal(("pipe.py", 0), (item.Path, item.Content.Length));
    }

    [Fact]
    public void A_folder_left_out_is_not_entered()
    {
        _disk.Write("a.py", "x");
        _disk.Write("out/b.py", "x");

        Assert.Equal(["a.py"], Items(options: new CorpusOptions { LeftOut = [Path.Combine(_disk.Path, "out") + "/"] }).Select(i => i.Path));
    }

    [Theory]
    [InlineData("files", "missing", "corpus-missing")]
    [InlineData("jsonl", "missing", "corpus-missing")]
    [InlineData("files", "file.txt", "corpus-missing")]
    [InlineData("parquet", "", "unknown-source")]
    public void A_corpus_that_cannot_be_opened_is_a_problem_of_the_manifest(string kind, string root, string code)
    {
        _disk.Write("file.txt", "x");
        var source = new SourceSection { Kind = kind, Root = Path.Combine(_disk.Path, root) };

        var thrown = Assert.Throws<ProblemException>(() => Corpus.Open(source, new CorpusOptions()));

        Assert.Equal((code, ExitCode.Configuration), (thrown.Problem.Code, thrown.Problem.Exit));
    }

    private static bool CanList(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder).Length >= 0;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private SourceSection Source(string[]? include = null, string[]? exclude = null) => new()
    {
        Kind = "files",
        Root = _disk.Path,
        Include = [.. include ?? ["**/*"]],
        Exclude = [.. exclude ?? []],
    };

    private List<string> Paths(SourceSection? source = null) => [.. Items(source).Select(i => i.Path)];

    private List<CorpusItem> Items(SourceSection? source = null, CorpusOptions? options = null)
    {
        using var corpus = Corpus.Open(source ?? Source(), options ?? new CorpusOptions());
        return [.. corpus.Open(corpus.List(TestContext.Current.CancellationToken)).Select(i => i.Load())];
    }
}
