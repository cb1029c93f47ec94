using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Trust;

/// <summary>
/// What a user allowed to run: the content of plugins, by hash. It lies in the user's own folder, so no project can write it. Thread-safe;
/// the file is replaced in one step, and of two processes that write at once one may have to be asked again.
/// </summary>
/// <param name="file">Absolute path of the file, which need not exist.</param>
public sealed class TrustStore(string file)
{
    /// <summary>Name of the file in the user's folder.</summary>
    public const string FileName = "trust.json";

    private const string Schema = "codealchemy.trust/1";

    /// <summary>Whether a content of a plugin was allowed.</summary>
    /// <exception cref="ProblemException">The file is not as it must be (exit 5).</exception>
    public bool IsAllowed(PluginKey key, string content) => Read().Contains((key.ToString(), content));

    /// <summary>Whether another content of the plugin was allowed.</summary>
    public bool IsKnown(PluginKey key) => Read().Any(entry => entry.Plugin == key.ToString());

    /// <summary>Allows a content.</summary>
    public void Allow(PluginKey key, string content) => Write(Read().Add((key.ToString(), content)));

    /// <summary>Takes back what was allowed.</summary>
    public void Forget(PluginKey key, string content) => Write(Read().Remove((key.ToString(), content)));

    private ImmutableSortedSet<(string Plugin, string Content)> Read()
    {
        try
        {
            return File.Exists(file) ? Parse(File.ReadAllText(file)) : [];
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(
                new Problem(PluginCodes.Untrusted, $"What you allowed can't be read: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", "Remove the file; plugins that run code are asked about again.", ExitCode.Configuration, new TextLocation(file)), failure);
        }
    }

    private static ImmutableSortedSet<(string Plugin, string Content)> Parse(string text)
    {
        var root = JsonNode.Parse(text) as JsonObject ?? throw new FormatException("it is no object");
        return (string?)root["schema"] == Schema
            ? [.. (root["allowed"] as JsonArray ?? []).Select(entry => ((string)entry!["plugin"]!, (string)entry["content"]!))]
            : throw new FormatException($"its schema is '{root["schema"]}', but this version reads {Schema}");
    }

    private void Write(ImmutableSortedSet<(string Plugin, string Content)> allowed)
    {
        var text = new JsonObject
        {
            ["schema"] = Schema,
            ["allowed"] = new JsonArray([.. allowed.Select(entry => new JsonObject { ["plugin"] = entry.Plugin, ["content"] = entry.Content })]),
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var next = $"{file}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(next, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, file, overwrite: true);
    }
}
