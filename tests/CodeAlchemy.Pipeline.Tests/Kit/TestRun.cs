using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Tests.Kit;

/// <summary>A corpus on disk and runs over it.</summary>
internal sealed class TestRun : IDisposable
{
    private static readonly string[] Compared = ["data", "rejects", "ledger.json"];

    public TemporaryFolder Disk { get; } = new();

    public string Corpus => System.IO.Path.Combine(Disk.Path, "corpus");

    public string Out(string name = "out") => System.IO.Path.Combine(Disk.Path, name);

    public TestRun With(string path, string text)
    {
        Disk.Write("corpus/" + path, text);
        return this;
    }

    public TestRun With(string path, byte[] bytes)
    {
        Disk.Write("corpus/" + path, bytes);
        return this;
    }

    public RunRequest Request(string[]? filters = null, TestPorts? ports = null, string output = "out")
    {
        var all = ports ?? new TestPorts();
        return new RunRequest
        {
            Manifest = new PipelineManifest
            {
                Name = "test",
                File = System.IO.Path.Combine(Disk.Path, "manifest.yaml"),
                Source = new SourceSection { Kind = "files", Root = Corpus },
                Filters = [.. (filters ?? []).Select(f => new FilterSection(f, []))],
                Strategies = [new StrategySection("scripted", [])],
                Output = new OutputSection(Out(output), "jsonl"),
                Run = new RunSection { Processes = 2 },
            },
            ManifestText = "name: test\n",
            ToolVersion = "1.2.3",
            Strategies = [Strategy()],
            Languages = all,
            Syntax = all,
            Workbenches = all,
            Observer = all,
            Readers = 2,
        };
    }

    public static StrategyInstance Strategy(string id = "scripted", JsonObject? options = null) =>
        new(id, "1.0.0", new string('0', 64), new ScriptedStrategy(), options ?? []);

    public static Task<RunSummary> Do(RunRequest request) => PipelineRunner.Run(request, TestContext.Current.CancellationToken);

    public async Task<RunSummary> Do(params string[] filters) => await Do(Request(filters));

    public RunFolder Open(string output = "out") => RunFolder.Open(Out(output));

    /// <summary>Relative path → content of everything that must not differ between two ways to the same run.</summary>
    public ImmutableSortedDictionary<string, string> Identity(string output = "out") => Compared
        .Select(n => System.IO.Path.Combine(Out(output), n))
        .SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories) : [p])
        .ToImmutableSortedDictionary(p => System.IO.Path.GetRelativePath(Out(output), p), p => Encoding.Latin1.GetString(File.ReadAllBytes(p)));

    public void Dispose() => Disk.Dispose();
}
