using System.Text.Json;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>One row of a dataset as it stands in <c>data/</c>.</summary>
/// <param name="File">File relative to the run folder.</param>
/// <param name="Line">Line in it (of the uncompressed text), from 1.</param>
/// <param name="Json">The whole row.</param>
public sealed record SampleRow(string File, long Line, JsonElement Json)
{
    /// <summary>Id of the row.</summary>
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>Id of the strategy.</summary>
    public string Strategy => Json.GetProperty("strategy").GetString()!;

    /// <summary>Task.</summary>
    public string Task => Json.GetProperty("task").GetString()!;

    /// <summary>Language of the source.</summary>
    public string Language => Json.GetProperty("language").GetString()!;

    /// <summary>Name of the case, or <see langword="null"/>.</summary>
    public string? Case => Json.GetProperty("case").GetString();

    /// <summary>Index among the rows of the same source, case and task.</summary>
    public int Index => Json.GetProperty("index").GetInt32();

    /// <summary>Path of the source inside the corpus.</summary>
    public string SourcePath => Json.GetProperty("source").GetProperty("path").GetString()!;

    /// <summary>SHA-256 of the source text; finds it in <c>RunFolder.FindSource</c>.</summary>
    public string SourceSha256 => Json.GetProperty("source").GetProperty("sha256").GetString()!;
}
