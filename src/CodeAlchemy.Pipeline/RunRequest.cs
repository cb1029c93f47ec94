using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Ports;

namespace CodeAlchemy.Pipeline;

/// <summary>Everything a run needs. Immutable.</summary>
public sealed record RunRequest
{
    /// <summary>The manifest, checked, overrides applied.</summary>
    public required PipelineManifest Manifest { get; init; }

    /// <summary>The complete effective manifest as YAML, secrets out; written beside the data.</summary>
    public required string ManifestText { get; init; }

    /// <summary>Version of the tool; part of the fingerprint.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The strategies of the manifest, loaded, in its order.</summary>
    public required ImmutableArray<StrategyInstance> Strategies { get; init; }

    /// <summary>
    /// Content hashes of what else decides about rows (language plugins, templates, tool-chain versions), name → hash; part of
    /// the fingerprint.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Parts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Tells languages.</summary>
    public required ILanguageDetector Languages { get; init; }

    /// <summary>Checks syntax.</summary>
    public required ISyntaxCheck Syntax { get; init; }

    /// <summary>Makes workbenches.</summary>
    public required IWorkbenchFactory Workbenches { get; init; }

    /// <summary>Counts tokens.</summary>
    public ITokenCounter Tokens { get; init; } = BpeCounter.BuiltIn;

    /// <summary>Watches.</summary>
    public IRunObserver Observer { get; init; } = SilentObserver.Instance;

    /// <summary>What to do with work of an earlier start.</summary>
    public ResumeMode Resume { get; init; } = ResumeMode.Auto;

    /// <summary>
    /// What to do when a model gave no answer at all: <see langword="false"/> leaves the shard unfinished, so that the next start asks
    /// again; <see langword="true"/> finishes without those rows.
    /// </summary>
    public bool GiveUp { get; init; }

    /// <summary>The clock; read once, when the run is planned.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Threads that read and filter; 0 for one per core.</summary>
    public int Readers { get; init; }

    /// <summary>SPDX id of the dataset's licence for its card, or <see langword="null"/>.</summary>
    public string? DatasetLicense { get; init; }

    /// <summary>Most inputs of a shard. The same for all real runs, because shards decide which rows share a file.</summary>
    internal int ShardInputs { get; init; } = ShardPlan.MaximumInputs;
}
