using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Strategies.CodeDialogue.Model;

/// <summary>A turn as a model wrote it.</summary>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The words.</param>
/// <param name="Code">A whole program that the turn presents; <see langword="null"/> for none.</param>
/// <param name="Case">Name of the case that the code, or the program as shown, is run with; <see langword="null"/> for none.</param>
/// <param name="Claimed">What it is said to print; <see langword="null"/> for none.</param>
internal sealed record ModelTurn(string Role, string Content, string? Code, string? Case, string? Claimed)
{
    /// <summary>The shape of a reply with a number of turns of the user.</summary>
    public static ReplySchema Schema(int turns) => new("conversation", $$"""
        {
          "type": "object",
          "properties": {
            "turns": {
              "type": "array",
              "minItems": {{Number(2 * turns)}},
              "maxItems": {{Number(2 * turns)}},
              "items": {
                "type": "object",
                "properties": {
                  "role": {"type": "string", "enum": ["user", "assistant"]},
                  "content": {"type": "string", "minLength": 1},
                  "code": {"type": "string", "description": "a whole program that this turn presents"},
                  "runs_with_case": {"type": "string", "description": "name of the case that the program is run with"},
                  "claimed_output": {"type": "string", "description": "standard output that this turn says the program has in that case"}
                },
                "required": ["role", "content"],
                "additionalProperties": false
              }
            }
          },
          "required": ["turns"],
          "additionalProperties": false
        }
        """);

    /// <summary>The turns of a reply that holds to the schema.</summary>
    public static ImmutableArray<ModelTurn> Of(JsonElement reply) =>
        [.. reply.GetProperty("turns").EnumerateArray().Select(t => new ModelTurn(t.GetProperty("role").GetString()!, t.GetProperty("content").GetString()!, Text(t, "code"), Text(t, "runs_with_case"), Text(t, "claimed_output")))];

    private static string? Text(JsonElement turn, string name) => turn.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
