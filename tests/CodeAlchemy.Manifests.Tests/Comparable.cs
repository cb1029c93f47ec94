using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

/// <summary>Manifests as text that is equal when they are, wherever their parts stand in a file.</summary>
internal static class Comparable
{
    public static string Json(PipelineManifest manifest) => JsonSerializer.Serialize(manifest with
    {
        Filters = [.. manifest.Filters.Select(filter => filter with { Location = null })],
        Strategies = [.. manifest.Strategies.Select(strategy => strategy with { Location = null })],
    });
}
