using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>
/// Compares a trace with expected events: they must occur in this order, others may stand between, and only the keys given
/// are compared, so that a sample holds across versions of its language.
/// </summary>
internal static class ExpectedEvents
{
    /// <summary>The first expected line that does not occur where it should; <see langword="null"/> when all do.</summary>
    public static string? FirstMissing(string expected, Trace trace) =>
        FirstMissing(expected, [.. TraceJson.ToText(trace).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)]);

    /// <summary>The same over any lines of JSON.</summary>
    public static string? FirstMissing(string expected, JsonNode[] events)
    {
        var at = 0;
        foreach (var line in expected.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("//", StringComparison.Ordinal)))
        {
            var wanted = Parse(line);
            while (at < events.Length && !Covers(events[at], wanted))
            {
                at++;
            }

            if (at++ >= events.Length)
            {
                return line;
            }
        }

        return null;
    }

    private static JsonNode Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw new JsonException("it is no object");
        }
        catch (JsonException failure)
        {
            throw new ProblemException(
                new Problem("expected-events", $"A line of expected.jsonl is no event: {line} ({failure.Message})", "Write one JSON object per line, as docs/tracing.md shows events.", ExitCode.Plugin), failure);
        }
    }

    private static bool Covers(JsonNode? actual, JsonNode? wanted) => wanted switch
    {
        JsonObject keys => actual is JsonObject found && keys.All(pair => found.TryGetPropertyValue(pair.Key, out var value) && Covers(value, pair.Value)),
        JsonArray items => actual is JsonArray list && list.Count == items.Count && items.Zip(list).All(pair => Covers(pair.Second, pair.First)),
        null => actual is null,
        _ => actual is JsonValue && actual.GetValueKind() == wanted.GetValueKind() && actual.ToJsonString() == wanted.ToJsonString(),
    };
}
