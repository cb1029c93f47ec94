using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>The mark of a finished run (<c>codealchemy.finished/1</c>), written last, with the hashes of the public files.</summary>
internal sealed record FinishedFile
{
    public const string CurrentSchema = "codealchemy.finished/1";

    public string Schema { get; init; } = CurrentSchema;

    public required string RunId { get; init; }

    public required ImmutableArray<PublicFile> Files { get; init; }

    public static FinishedFile? Read(RunPaths paths) => File.Exists(paths.Finished)
        ? JsonSerializer.Deserialize<FinishedFile>(File.ReadAllBytes(paths.Finished), Json.Compact)
        : null;

    public void Write(RunPaths paths) => DurableFile.Write(paths.Finished, JsonSerializer.SerializeToUtf8Bytes(this, Json.Compact));
}
