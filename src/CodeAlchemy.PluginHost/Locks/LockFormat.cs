using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.PluginHost.Sources;

namespace CodeAlchemy.PluginHost.Locks;

/// <summary>Lock files as JSON with keys in a fixed order, so that versions of a file differ by what changed and nothing else.</summary>
internal static class LockFormat
{
    public const string Schema = "codealchemy.lock/1";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] PluginKeys = ["kind", "id", "version", "origin", "content", "pinned", "replaces", "files"];
    private static readonly string[] OriginKeys = ["type", "location", "reference", "revision", "folder", "submodules"];

    public static string Write(PluginLock value) => new JsonObject
    {
        ["schema"] = Schema,
        ["plugins"] = new JsonArray([.. value.Plugins.Values.Select(Write)]),
    }.ToJsonString(Format) + "\n";

    /// <summary>Reads a lock file.</summary>
    /// <exception cref="FormatException">It is none, or of another version.</exception>
    public static PluginLock Read(string text)
    {
        try
        {
            var root = JsonNode.Parse(text) as JsonObject ?? throw new FormatException("it is no object");
            var schema = Text(root, "schema");
            if (schema != Schema)
            {
                throw new FormatException($"its schema is '{schema}', but this version reads {Schema}");
            }

            Only(root, ["schema", "plugins"]);
            var plugins = (root["plugins"] as JsonArray ?? throw new FormatException("'plugins' is missing")).Select(node => ReadPlugin(node as JsonObject ?? throw new FormatException("a plugin is no object")));
            return new PluginLock(plugins.ToImmutableSortedDictionary(plugin => plugin.Key, plugin => plugin, PluginKey.Order));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(failure.Message.ReplaceLineEndings(" ").TrimEnd('.'), failure);
        }
    }

    private static JsonObject Write(LockedPlugin plugin)
    {
        var node = new JsonObject
        {
            ["kind"] = PluginKey.NameOf(plugin.Key.Kind),
            ["id"] = plugin.Key.Id,
            ["version"] = plugin.Version,
            ["origin"] = Write(plugin.Origin),
            ["content"] = "sha256:" + plugin.Content,
        };
        AddIf(node, "pinned", plugin.IsPinned);
        AddIf(node, "replaces", plugin.Replaces);
        node["files"] = new JsonObject(plugin.Files.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value)));
        return node;
    }

    private static JsonObject Write(PluginOrigin origin)
    {
        var node = new JsonObject { ["type"] = origin.Kind.ToString().ToLowerInvariant(), ["location"] = origin.Location };
        AddIf(node, "reference", origin.Reference);
        AddIf(node, "revision", origin.Revision);
        AddIf(node, "folder", origin.Subfolder);
        AddIf(node, "submodules", origin.Submodules);
        return node;
    }

    private static void AddIf(JsonObject node, string key, string? value)
    {
        if (value is not null)
        {
            node[key] = value;
        }
    }

    private static void AddIf(JsonObject node, string key, bool value)
    {
        if (value)
        {
            node[key] = true;
        }
    }

    private static LockedPlugin ReadPlugin(JsonObject node)
    {
        Only(node, PluginKeys);
        var content = Text(node, "content");
        var kind = Text(node, "kind");
        var id = Text(node, "id");
        return new LockedPlugin
        {
            Key = new PluginKey(PluginKey.KindOf(kind) ?? throw new FormatException($"'{kind}' is no kind of plugins"), PluginFolders.IsId(id) ? id : throw new FormatException($"'{id}' is no id")),
            Version = Text(node, "version"),
            Origin = ReadOrigin(node["origin"] as JsonObject ?? throw new FormatException("'origin' is missing")),
            Content = content.StartsWith("sha256:", StringComparison.Ordinal) ? content["sha256:".Length..] : throw new FormatException($"'{content}' is no hash"),
            Files = (node["files"] as JsonObject ?? []).ToImmutableSortedDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal),
            IsPinned = (bool?)node["pinned"] ?? false,
            Replaces = (bool?)node["replaces"] ?? false,
        };
    }

    private static PluginOrigin ReadOrigin(JsonObject node)
    {
        Only(node, OriginKeys);
        var type = Text(node, "type");
        return new PluginOrigin
        {
            Kind = Enum.TryParse<SourceKind>(type, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : throw new FormatException($"'{type}' is no type of origins"),
            Location = Text(node, "location"),
            Reference = (string?)node["reference"],
            Revision = (string?)node["revision"],
            Subfolder = (string?)node["folder"],
            Submodules = (bool?)node["submodules"] ?? false,
        };
    }

    private static string Text(JsonObject node, string key) => (string?)node[key] ?? throw new FormatException($"'{key}' is missing");

    private static void Only(JsonObject node, string[] known)
    {
        if (node.FirstOrDefault(pair => !known.Contains(pair.Key)).Key is { } unknown)
        {
            throw new FormatException($"it has the unknown key '{unknown}'");
        }
    }
}
