using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Strategies.CodeTrace;
using CodeAlchemy.Workspace.Chat;
using CodeAlchemy.Workspace.Runs;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

/// <summary>
/// The published form from corpus to dataset and back, in the real sandbox with real compilers; only the model's words are made by
/// hand. Each program lies in published/ beside the reply about it.
/// </summary>
public sealed class PublishedFormRun(SharedWorkshop workshop) : IClassFixture<SharedWorkshop>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "published");

    private readonly string _home = workshop.NewFolder();

    [Fact]
    public async Task Programs_of_three_languages_become_rows_that_can_be_derived_again()
    {
        var rows = await Run();

        Assert.Equal(["Queue.java", "calc.c", "ledger.py"], rows.Select(row => row.SourcePath).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(("published", "model"), (row.Task, row.Json.GetProperty("labels").GetProperty("mode").GetString())));
        Assert.Contains("TRACE:ERR:main.stop:i=3\nerror -2 at word 3\n=== END trace3.txt ===", Answer(rows, "calc.c"), StringComparison.Ordinal);
        Assert.Contains("=== BEGIN trace1.txt ===\nTRACE:IN:main.start:arguments=0\nTRACE:VAR:main.entries:count=0\n", Answer(rows, "ledger.py"), StringComparison.Ordinal);
        Assert.Contains("TRACE:VAR:arrive.waiting:waiting=[bob!, ann]\n", Answer(rows, "Queue.java"), StringComparison.Ordinal);
        Assert.Empty(await Derive());
    }

    [Fact]
    public async Task A_row_whose_program_or_digest_was_changed_is_not_derived()
    {
        await Run("ledger.py");
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_home, "out", "data"), "*.jsonl", SearchOption.AllDirectories));
        var row = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        var extra = row["extra"]!.GetValue<string>();

        row["extra"] = extra.Replace("names={len(totals)}", "names={len(totals) + 1}", StringComparison.Ordinal);
        Assert.Equal("not-derived", Assert.Single(await Rewritten(row)).Code);
        row["extra"] = "{}";
        Assert.Equal("files-missing", Assert.Single(await Rewritten(row)).Code);

        async Task<IReadOnlyList<Finding>> Rewritten(JsonNode changed)
        {
            await File.WriteAllTextAsync(file, changed.ToJsonString() + "\n", TestContext.Current.CancellationToken);
            return await Derive();
        }
    }

    [Theory]
    [InlineData("an address", "nondeterministic", "main.start:arguments=", "main.start:object={id(object())},arguments=")]
    [InlineData("other output", "behaviour-changed", "print(name, totals[name])", "print(name, totals[name] + 1)")]
    [InlineData("no such tool", "does-not-run", "exit 0", "no-such-tool; exit")]
    [InlineData("folder", "nondeterministic", "main.start:arguments=", "main.start:folder={sys.path[0]},arguments=")]
    [InlineData("written by the script", "code-trace.not-from-program", "exit 0", "echo TRACE:IN:a:b >> trace1.txt; exit 0")]
    [InlineData("a link", "code-trace.trace-files", "exit 0", "rm trace1.txt; ln -s /etc/passwd trace1.txt; exit 0")]
    [InlineData("an endless case", "does-not-run", "exit 0", "while :; do :; done")]
    [InlineData("an open loop", "code-trace.script-syntax", "exit 0", "while :; do exit 0")]
    public async Task What_a_model_gets_wrong_is_seen_by_running_it(string what, string reason, string text, string wrong)
    {
        var rows = await Run("ledger.py", reply => reply.Replace(text, wrong, StringComparison.Ordinal));

        Assert.True(rows.Count == 0, what);
        var reject = Assert.Single(await Rejects());
        Assert.Equal(("published", reason), (reject["task"]!.GetValue<string>(), reject["reason"]!.GetValue<string>()));
    }

    private static string Answer(IEnumerable<SampleRow> rows, string path) =>
        rows.Single(row => row.SourcePath == path).Json.GetProperty("messages")[1].GetProperty("content").GetString()!;

    private async Task<List<JsonNode>> Rejects()
    {
        var files = Directory.GetFiles(Path.Combine(_home, "out", "rejects"), "*.jsonl", SearchOption.AllDirectories);
        var lines = await Task.WhenAll(files.Select(file => File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)));
        return [.. lines.SelectMany(line => line).Select(line => JsonNode.Parse(line)!)];
    }

    private async Task<IReadOnlyList<Finding>> Derive() =>
        await new RowDerivation(Rooms()).Derive(Path.Combine(_home, "out"), _ => { }, TestContext.Current.CancellationToken);

    private Installation Rooms()
    {
        workshop.Workshop.RequireSandbox();
        return workshop.Workshop.Installation;
    }

    private async Task<List<SampleRow>> Run(string pattern = "*", Func<string, string>? twist = null)
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_home, "corpus")).FullName;
        foreach (var file in Directory.GetFiles(Folder, pattern).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(corpus, Path.GetFileName(file)));
        }

        var manifest = new PipelineManifest
        {
            Name = "published",
            File = Path.Combine(_home, "manifest.yaml"),
            Source = new SourceSection { Kind = "files", Root = corpus },
            Strategies = [new StrategySection("code-trace", [])],
            Output = new OutputSection(Path.Combine(_home, "out"), "jsonl"),
            Run = new RunSection { Limits = new SandboxLimits { Processor = TimeSpan.FromSeconds(twist is null ? 30 : 3) } },
        };
        var installation = Rooms();
        var templates = installation.Templates.Store;
        var models = new RunModels(new Words(twist ?? (reply => reply)), ["default"]);
        await PipelineRunner.Run(
            new RunRequest
            {
                Manifest = manifest,
                ManifestText = Manifests.ManifestWriter.Write(manifest),
                ToolVersion = "test",
                Strategies = [new StrategyInstance("code-trace", "1.0.0", new string('0', 64), new CodeTraceStrategy(), [])],
                Languages = installation.Languages,
                Syntax = installation.Syntax,
                Workbenches = installation.Workbenches(manifest.Run, templates, _ => models),
            },
            TestContext.Current.CancellationToken);
        return [.. RunFolder.Open(manifest.Output.Path).Samples()];
    }

    /// <summary>Gives the reply that lies beside the program the question names.</summary>
    private sealed class Words(Func<string, string> twist) : IChatModel
    {
        public async ValueTask<ChatOutcome> Complete(ChatRequest request, CancellationToken cancellationToken)
        {
            var file = Directory.GetFiles(Folder, "*.md").Single(file => request.Messages[1].Content.Contains($"`{Path.GetFileName(file)[..^9]}`", StringComparison.Ordinal));
            return ChatOutcome.Of(new ChatReply
            {
                Content = twist(await File.ReadAllTextAsync(file, cancellationToken)), FinishReason = "stop", Model = "by-hand", Endpoint = "http://127.0.0.1",
            });
        }
    }
}
