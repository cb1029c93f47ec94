using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Storage.Reviews;
using CodeAlchemy.Tests.Shared;
using CodeAlchemy.Workspace.Reviews;
using Xunit;

namespace CodeAlchemy.Workspace.Tests.Reviews;

public sealed class ExportTests : IClassFixture<SharedWorkshop>, IDisposable
{
    private static readonly string[] Lines = [.. Enumerable.Range(1, 7).Select(i => ReviewedRows.Line(i))];
    private readonly ReviewFolder _folder = new();
    private readonly ExportService _exports;

    public ExportTests(SharedWorkshop shared)
    {
        _exports = new ExportService(shared.Workshop.Installation, new ReviewService(_folder.Clock));
        _folder.Public().Rows("qa", Lines).Rows("talk", ReviewedRows.Line(9, strategy: "talk"));
    }

    private string File => Path.Combine(_folder.Disk, "rows.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_rows_are_written_byte_for_byte_though_some_were_rejected()
    {
        _folder.Open().Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Reject) { Reason = "dull" });

        var (text, summary) = Stream(Request());
        Assert.Equal(string.Concat(Lines.Append(ReviewedRows.Line(9, strategy: "talk")).Select(l => l + "\n")), text);
        Assert.Equal((8L, 0L), (summary.Written, summary.Edited));
        Assert.Equal(ReviewedRows.Line(9, strategy: "talk") + "\n", Stream(Request() with { Strategies = ["talk"] }).Text);
        Assert.Equal("unknown-strategy", Code(Request() with { Strategies = ["walk"] }));
    }

    [Fact]
    public void Accepted_rows_are_written_edited_ones_in_their_edited_form_and_all_others_counted_by_why()
    {
        var run = _folder.Open();
        run.Decide(ReviewedRows.Id(1), new ReviewChoice(ReviewDecision.Accept));
        run.Decide(ReviewedRows.Id(2), new ReviewChoice(ReviewDecision.Edit) { Messages = [new Message("user", "How much?"), new Message("assistant", "four")], Author = "ada" });
        run.Decide(ReviewedRows.Id(3), new ReviewChoice(ReviewDecision.Reject) { Reason = "dull" });
        run.Decide(ReviewedRows.Id(4), new ReviewChoice(ReviewDecision.Skip));
        run.Decide(ReviewedRows.Id(5), new ReviewChoice(ReviewDecision.Accept));
        run.Decide(ReviewedRows.Id(5), new ReviewChoice(ReviewDecision.Flag));
        run.Decide(ReviewedRows.Id(6), new ReviewChoice(ReviewDecision.Accept));
        run.Decide(ReviewedRows.Id(7), new ReviewChoice(ReviewDecision.Accept));
        run.Undo();
        _folder.Rows("qa", [.. Lines[..5], ReviewedRows.Line(6, answer: "changed"), Lines[6]]);

        var (text, summary) = Stream(Request() with { Accepted = true });

        var rows = text.TrimEnd().Split('\n');
        Assert.Equal(Lines[0], rows[0]);
        var edited = JsonSerializer.Deserialize<JsonElement>(rows[1]);
        Assert.Equal("four", edited.GetProperty("messages")[1].GetProperty("content").GetString());
        Assert.Equal(BpeCounter.BuiltIn.Count("How much?") + BpeCounter.BuiltIn.Count("four"), edited.GetProperty("tokens").GetProperty("count").GetInt32());
        var review = edited.GetProperty("provenance").GetProperty("review");
        Assert.Equal(("ada", run.Row(ReviewedRows.Id(2)).Summary.Digest), (review.GetProperty("author").GetString(), review.GetProperty("digest").GetString()));
        var left = Assert.Single(summary.Runs).LeftOut;
        Assert.Equal([("flagged", 1L), ("rejected", 1L), ("skipped", 1L), ("stale", 1L), ("undecided", 2L)], left.Select(p => (p.Key, p.Value)));
        Assert.Equal((2L, 1L, 2), (summary.Written, summary.Edited, rows.Length));
        Assert.Equal(3, Stream(Request() with { Accepted = true, IncludeFlagged = true }).Summary.Written);
    }

    [Fact]
    public async Task A_file_is_written_whole_and_replaced_only_by_force()
    {
        var request = Request() with { Output = File };
        Assert.Equal(File, _exports.Export(request, System.IO.Stream.Null, TestContext.Current.CancellationToken).Output);
        Assert.Equal(8, System.IO.File.ReadLines(File).Count());
        await System.IO.File.WriteAllTextAsync(File, "mine", TestContext.Current.CancellationToken);

        Assert.Equal("output-exists", Code(request));
        Assert.Equal("mine", await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
        _exports.Export(request with { Force = true, Strategies = ["talk"] }, System.IO.Stream.Null, TestContext.Current.CancellationToken);
        Assert.Single(System.IO.File.ReadLines(File));
        Assert.Equal("output-in-run", Code(request with { Output = Path.Combine(_folder.Run, "data", "qa", "more.jsonl") }));
        Assert.Equal("output-is-folder", Code(request with { Output = _folder.Disk }));
        Assert.Equal(["rows.jsonl"], Directory.GetFiles(_folder.Disk).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_name_that_ends_in_gz_is_compressed()
    {
        _exports.Export(Request() with { Output = File + ".gz", Strategies = ["talk"] }, System.IO.Stream.Null, TestContext.Current.CancellationToken);
        using var text = new StreamReader(new GZipStream(System.IO.File.OpenRead(File + ".gz"), CompressionMode.Decompress));
        Assert.Equal(ReviewedRows.Line(9, strategy: "talk") + "\n", await text.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private ExportRequest Request() => new() { Runs = [_folder.Run] };

    private (string Text, ExportSummary Summary) Stream(ExportRequest request)
    {
        using var stream = new MemoryStream();
        var summary = _exports.Export(request, stream, TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(stream.ToArray()), summary);
    }

    private string Code(ExportRequest request) =>
        Assert.Throws<ProblemException>(() => _exports.Export(request, System.IO.Stream.Null, TestContext.Current.CancellationToken)).Problem.Code;
}
