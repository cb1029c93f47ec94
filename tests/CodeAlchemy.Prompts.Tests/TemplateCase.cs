using System.Text.Json.Nodes;

namespace CodeAlchemy.Prompts.Tests;

internal sealed record TemplateCase(string Template, IReadOnlyDictionary<string, object?> Values, string? Expected, string? Error)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "cases");

    public static TemplateCase Read(string name)
    {
        var sections = File.ReadAllText(Path.Combine(Folder, name + ".case"))
            .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(s => s[..s.IndexOf('\n')], s => s[(s.IndexOf('\n') + 1)..]);
        var values = (IReadOnlyDictionary<string, object?>)Convert(JsonNode.Parse(sections["values"]))!;
        return new TemplateCase(sections["template"], values, sections.GetValueOrDefault("expected"), sections.GetValueOrDefault("error")?.TrimEnd());
    }

    private static object? Convert(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => members.ToDictionary(m => m.Key, m => Convert(m.Value)),
        JsonArray items => items.Select(Convert).ToList(),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<int>(out var integer) => integer,
        _ => node.GetValue<double>(),
    };
}
