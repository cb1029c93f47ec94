using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Running;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Pipeline.Planning;

/// <summary>The plan of a run (<c>codealchemy.plan/1</c>): written once, never changed.</summary>
internal sealed record RunPlan
{
    public const string CurrentSchema = "codealchemy.plan/1";

    public string Schema { get; init; } = CurrentSchema;

    /// <summary>The fingerprint.</summary>
    public required string RunId { get; init; }

    public required string Name { get; init; }

    /// <summary>The run's Now.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    public required string ToolVersion { get; init; }

    public required long Inputs { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Names of the configurations, by strategy of the manifest.</summary>
    public required ImmutableArray<string> Configs { get; init; }

    /// <summary>Stages before the strategies, in order.</summary>
    public required ImmutableArray<string> Front { get; init; }

    public required bool Gzip { get; init; }

    public required ImmutableArray<ShardPlan> Shards { get; init; }

    /// <summary>Reads the plan of a folder; <see langword="null"/> when there is none.</summary>
    public static RunPlan? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var plan = JsonSerializer.Deserialize<RunPlan>(File.ReadAllBytes(path), Json.Compact);
            return plan?.Schema == CurrentSchema ? plan : throw Unusable(path, null);
        }
        catch (JsonException fault)
        {
            throw Unusable(path, fault);
        }
    }

    public void Write(string path) => DurableFile.TryPublish(path, JsonSerializer.SerializeToUtf8Bytes(this, Json.Compact));

    /// <summary>The shard an input belongs to.</summary>
    public ShardPlan ShardOf(long ordinal)
    {
        var (low, high) = (0, Shards.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Shards[middle].First <= ordinal ? (middle, high) : (low, middle - 1);
        }

        return Shards[low];
    }

    private static ProblemException Unusable(string path, Exception? fault) => new(
        new Problem(
            "plan-unreadable",
            $"The plan {path} is damaged or was written by another version of the tool.",
            "Start again with --resume never, or use the version that wrote it.",
            ExitCode.Configuration),
        fault);
}
