using System.Text.Json.Nodes;
using CodeAlchemy.Manifests.Cases;
using CodeAlchemy.Manifests.Pipelines;
using CodeAlchemy.Manifests.Plugins;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>What may stand in a kind of document: the schema that its reader declares. Immutable and thread-safe.</summary>
public sealed class DocumentSchema
{
    private DocumentSchema(JsonObject schema)
    {
        Touch(schema);
        View = SchemaView.Of(schema);
    }

    /// <summary><c>plugin.yaml</c>.</summary>
    public static DocumentSchema Plugin { get; } = new(PluginShape.Instance.Schema());

    /// <summary><c>cases.yaml</c> and the sidecars of programs.</summary>
    public static DocumentSchema Cases { get; } = new(CasesShape.Instance.Schema());

    internal SchemaView View { get; }

    /// <summary>Manifests of kind Pipeline.</summary>
    /// <param name="catalogue">The filters and strategies that they may name.</param>
    public static DocumentSchema Pipeline(PipelineCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new DocumentSchema(PipelineShape.For(Path.GetFullPath("manifest.yaml"), catalogue).Schema());
    }

    // Nodes may be made when they are first read, which several threads must not do at once.
    private static void Touch(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            map.ToList().ForEach(pair => Touch(pair.Value));
        }
        else if (node is JsonArray list)
        {
            list.ToList().ForEach(Touch);
        }
    }
}
