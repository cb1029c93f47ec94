using System.Text.Json;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>A finished shard (<c>codealchemy.done/1</c>). The first one published is the truth; its attempt names the parts.</summary>
internal sealed record DoneFile
{
    public const string CurrentSchema = "codealchemy.done/1";

    public string Schema { get; init; } = CurrentSchema;

    public required string Shard { get; init; }

    public required string Attempt { get; init; }

    public required ShardTally Tally { get; init; }

    /// <summary>Configuration → what was written of it.</summary>
    public required SortedDictionary<string, ConfigTally> Configs { get; init; }

    public RowFileInfo? Rejects { get; init; }

    public RowFileInfo? Sources { get; init; }

    public required RowFileInfo Results { get; init; }

    public static DoneFile? Read(RunPaths paths, string shard)
    {
        var path = paths.DoneOf(shard);
        return File.Exists(path) ? JsonSerializer.Deserialize<DoneFile>(File.ReadAllBytes(path), Json.Compact) : null;
    }

    /// <summary>Publishes it unless another attempt was first.</summary>
    public bool TryPublish(RunPaths paths) =>
        DurableFile.TryPublish(paths.DoneOf(Shard), JsonSerializer.SerializeToUtf8Bytes(this, Json.Compact));
}
