using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>Shapes of the model's replies.</summary>
internal static class ProblemSchemas
{
    public static ReplySchema Program { get; } = new("problem", """
        {"type": "object", "additionalProperties": false, "required": ["title", "statement", "examples"], "properties": {
          "title": {"type": "string", "minLength": 3, "maxLength": 120},
          "statement": {"type": "string", "minLength": 80},
          "examples": {"type": "array", "minItems": 2, "maxItems": 8, "items": {
            "type": "object", "additionalProperties": false, "required": ["stdin", "stdout"],
            "properties": {"stdin": {"type": "string"}, "stdout": {"type": "string", "minLength": 1}}}}}}
        """);

    public static ReplySchema Snippet { get; } = new("snippet", """
        {"type": "object", "additionalProperties": false, "required": ["code"], "properties": {
          "code": {"type": "string", "minLength": 20}}}
        """);

    public static ReplySchema Output { get; } = new("output", """
        {"type": "object", "additionalProperties": false, "required": ["explanation", "output"], "properties": {
          "explanation": {"type": "string", "minLength": 20},
          "output": {"type": "string"}}}
        """);

    public static ReplySchema Fault { get; } = new("fault", """
        {"type": "object", "additionalProperties": false, "required": ["right", "faulty", "symptom", "stdin"], "properties": {
          "right": {"type": "string", "minLength": 20},
          "faulty": {"type": "string", "minLength": 20},
          "symptom": {"type": "string", "minLength": 20},
          "stdin": {"type": "string"}}}
        """);

    public static ReplySchema Question { get; } = new("question", """
        {"type": "object", "additionalProperties": false, "required": ["question"], "properties": {
          "question": {"type": "string", "minLength": 20}}}
        """);

    public static string Text(this ChatReply reply, string name) => reply.Structured!.Value.GetProperty(name).GetString()!;

    public static IReadOnlyList<(string Stdin, string Stdout)> Examples(this ChatReply reply) =>
        [.. reply.Structured!.Value.GetProperty("examples").EnumerateArray().Select(Example)];

    private static (string Stdin, string Stdout) Example(JsonElement example) =>
        (example.GetProperty("stdin").GetString()!, example.GetProperty("stdout").GetString()!);
}
