using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Structured;

/// <summary>The few sentences that the host itself says to a model.</summary>
internal static class StructuredPrompts
{
    public static string Instruction(ReplySchema schema) =>
        $"Reply with one JSON value that holds to this JSON Schema, and with nothing else:\n{schema.Json}";

    public static string Repair(IEnumerable<string> errors, ReplySchema schema) =>
        $"Your reply does not hold to the schema:\n{string.Join('\n', errors.Select(error => $"- {error}"))}\n"
        + $"Correct these points and change nothing else. {Instruction(schema)}";
}
