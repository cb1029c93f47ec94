using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Cases;
using CodeAlchemy.Manifests.Credentials;
using CodeAlchemy.Manifests.Feeds;
using CodeAlchemy.Manifests.Pipelines;
using CodeAlchemy.Manifests.Plugins;

namespace CodeAlchemy.Manifests;

/// <summary>JSON Schemas (draft 2020-12) of the documents, made from the declarations that also read them. For editors.</summary>
public static class Schemas
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Schema of <c>plugin.yaml</c>.</summary>
    public static string Plugin { get; } = Text("CodeAlchemy plugin", PluginShape.Instance.Schema());

    /// <summary>Schema of manifests of kind Pipeline.</summary>
    public static string Pipeline { get; } =
        Text("CodeAlchemy pipeline", PipelineShape.For(Path.GetFullPath("manifest.yaml"), PipelineCatalogue.Default).Schema());

    /// <summary>Schema of <c>cases.yaml</c>.</summary>
    public static string Cases { get; } = Text("CodeAlchemy cases", CasesShape.Instance.Schema());

    /// <summary>Schema of <c>credentials.yaml</c>.</summary>
    public static string Credentials { get; } = Text("CodeAlchemy credentials", CredentialsShape.In(Path.GetFullPath(".")).Schema());

    /// <summary>Schema of <c>feeds.yaml</c>.</summary>
    public static string Feeds { get; } = Text("CodeAlchemy feeds", FeedsShape.Instance.Schema());

    private static string Text(string title, JsonObject shape)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in shape)
        {
            schema[key] = value?.DeepClone();
        }

        return schema.ToJsonString(Format) + "\n";
    }
}
