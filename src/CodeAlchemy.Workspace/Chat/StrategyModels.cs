using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Ports;

namespace CodeAlchemy.Workspace.Chat;

/// <summary>
/// Holds what strategies want of models against what the manifest gives. By the convention of strategy plugins the option <c>role</c>
/// names the role that is asked, and <c>mode</c> says <c>model</c> or <c>both</c> when rows must come from it.
/// </summary>
internal static class StrategyModels
{
    /// <exception cref="ProblemException">A strategy wants a model that the manifest does not give (exit 5).</exception>
    public static void Check(PipelineManifest manifest, ImmutableArray<StrategyInstance> strategies)
    {
        foreach (var (strategy, section) in strategies.Zip(manifest.Strategies))
        {
            var role = Text(strategy.Options, "role") ?? "default";
            var wants = Text(strategy.Options, "mode") is "model" or "both";
            var asked = manifest.Models.Any(model => model.Name == role);
            if (asked || (!wants && role == "default"))
            {
                continue;
            }

            var known = manifest.Models.Select(model => model.Name).ToArray();
            var meant = NearestName.Find(role, known) is { } near ? $"Did you mean '{near}'? " : "";
            throw new ProblemException(new Problem(
                "no-model",
                $"The strategy '{strategy.Id}' wants the model '{role}', and the manifest has {(known.Length == 0 ? "no models" : "only " + string.Join(", ", known))}.",
                $"{meant}Add it under 'models', or set the strategy's 'mode' to grounded.",
                ExitCode.Configuration,
                section.Location));
        }
    }

    private static string? Text(JsonObject options, string name) =>
        options[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
