using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Manifests.Shapes;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>The <c>run</c> of a manifest.</summary>
internal static class RunShape
{
    private const long TiB = 1L << 40;
    private const long GiB = 1L << 30;

    private static readonly Shape<TimeSpan> Time = Measures.Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(24));

    private static readonly ObjectShape<SandboxLimits> Limits = new ObjectShape<SandboxLimits>(() => new SandboxLimits())
        .Optional("cpu", Time, (l, v) => l with { Processor = v }, "Processor time, over all processes of the program.", "10s")
        .Optional("wall", Time, (l, v) => l with { Wall = v }, "Wall-clock time.", "30s")
        .Optional("memory", Measures.Size(16L << 20, TiB), (l, v) => l with { Memory = v }, "Memory, over all processes.", "512MiB")
        .Optional("processes", Scalars.Count(1, 100_000), (l, v) => l with { Processes = v }, "Processes and threads.", 64)
        .Optional("fileSize", Measures.Size(0, TiB), (l, v) => l with { FileSize = v }, "Size of one file.", "64MiB")
        .Optional("disk", Measures.Size(0, TiB), (l, v) => l with { Disk = v }, "Size of all files together.", "128MiB")
        .Optional("inodes", Scalars.Count(16, 100_000_000), (l, v) => l with { Inodes = v }, "Number of files and folders.", 4096)
        .Optional("output", Measures.Size(0, GiB), (l, v) => l with { Output = v }, "Size of standard output, and of standard error.", "16MiB");

    private static readonly ObjectShape<TraceLimits> Trace = new ObjectShape<TraceLimits>(() => TraceLimits.Default)
        .Optional("events", Scalars.Count(1, 100_000_000), (t, v) => t with { Events = v }, "Most events in one trace.", 100_000)
        .Optional("bytes", Measures.Size(1024, GiB), (t, v) => t with { Bytes = v }, "Most bytes of records in one trace.", "32MiB")
        .Optional("depth", Scalars.Count(0, 64), (t, v) => t with { Depth = v }, "How deep a nested value is shown.", 4)
        .Optional("items", Scalars.Count(0, 100_000), (t, v) => t with { Items = v }, "Most items of one collection that are shown.", 32)
        .Optional("characters", Scalars.Count(1, 1_000_000), (t, v) => t with { Characters = v }, "Most characters of one value.", 256);

    private static readonly ObjectShape<double> Rejects = new ObjectShape<double>(() => new RunSection().RejectsAtMost)
        .Optional("atMost", Measures.Share, (_, v) => v, "Share of failed inputs above which the run ends with exit status 3.", "100%");

    private static readonly ObjectShape<ModelBudget> Budget = new ObjectShape<ModelBudget>(() => new ModelBudget())
        .Optional("tokens", Scalars.Integer(1, long.MaxValue), (b, v) => b with { Tokens = v }, "Tokens of prompts and replies.")
        .Optional("money", Scalars.Number(0.000001, 1e12).Map(value => (decimal)value), (b, v) => b with { Money = v }, "Money, in the currency of the prices.");

    private static readonly Shape<IsolationLevel> Isolation =
        Scalars.OneOf("strict", "standard", "none").Map(level => Enum.Parse<IsolationLevel>(level, ignoreCase: true));

    public static ObjectShape<RunSection> Instance { get; } = new ObjectShape<RunSection>(() => new RunSection())
        .Optional("executor", Scalars.OneOf("local"), (r, v) => r with { Executor = v }, "What starts the work.", "local")
        .Optional("isolation", Isolation, (r, v) => r with { Isolation = v }, "How strictly programs are kept apart.", "strict")
        .Optional("seed", Scalars.Integer(long.MinValue, long.MaxValue), (r, v) => r with { Seed = v }, "Seed of everything random.", 42)
        .Optional("rejects", Rejects, (r, v) => r with { RejectsAtMost = v }, "How many inputs may fail.")
        .Optional("processes", Scalars.Count(0, 10_000), (r, v) => r with { Processes = v }, "Programs running at the same time; 0 for one per core.", 0)
        .Optional("budget", Budget, (r, v) => r with { Budget = v }, "What models may use in this run, all its resumes together; the run stops there with exit status 4.")
        .Optional("limits", Limits, (r, v) => r with { Limits = v }, "Limits of one execution.")
        .Optional("trace", Trace, (r, v) => r with { Trace = v }, "Limits of one trace.");
}
