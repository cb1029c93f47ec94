using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>Shapes of the model's replies.</summary>
internal static class RequestSchemas
{
    public static ReplySchema Request { get; } = new("request", """
        {"type": "object", "additionalProperties": false, "required": ["request"], "properties": {
          "request": {"type": "string", "minLength": 20, "maxLength": 2000}}}
        """);

    public static ReplySchema Tests { get; } = new("tests", """
        {"type": "object", "additionalProperties": false, "required": ["intent", "tests"], "properties": {
          "intent": {"type": "string", "minLength": 20},
          "tests": {"type": "array", "minItems": 2, "maxItems": 10, "items": {
            "type": "object", "additionalProperties": false, "required": ["checks", "arguments", "stdin", "stdout", "exit"], "properties": {
              "checks": {"type": "string", "minLength": 5},
              "arguments": {"type": "array", "items": {"type": "string"}, "maxItems": 20},
              "stdin": {"type": "string"},
              "stdout": {"type": "string"},
              "exit": {"type": "integer", "minimum": 0, "maximum": 255}}}}}}
        """);
}
