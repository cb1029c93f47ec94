using System.Collections.Concurrent;
using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Structured;

/// <summary>A schema that was checked and can check values. Immutable, thread-safe.</summary>
internal sealed class CompiledSchema
{
    private const int MostErrors = 20;
    private static readonly ConcurrentDictionary<string, CompiledSchema> Known = new(StringComparer.Ordinal);
    private readonly SchemaRule _rule;

    private CompiledSchema(JsonElement source, SchemaRule rule, bool strict) => (Source, _rule, IsStrict) = (source, rule, strict);

    /// <summary>The schema as JSON.</summary>
    public JsonElement Source { get; }

    /// <summary>Whether every object lists all its properties as required and forbids others, as strict endpoints want it.</summary>
    public bool IsStrict { get; }

    /// <summary>Compiles a schema, once.</summary>
    /// <exception cref="ArgumentException">It is not valid JSON or uses what the subset doesn't have; the message says where.</exception>
    public static CompiledSchema For(ReplySchema schema) => Known.TryGetValue(schema.Json, out var known) ? known : Known.GetOrAdd(schema.Json, Compile(schema));

    /// <summary>What is wrong with a value, one sentence per place; empty when it holds to the schema.</summary>
    public IReadOnlyList<string> Errors(JsonElement value)
    {
        var errors = new List<string>();
        _rule.Check(value, "$", errors);
        return errors.Count > MostErrors ? [.. errors.Take(MostErrors), $"and {errors.Count - MostErrors} more"] : errors;
    }

    private static CompiledSchema Compile(ReplySchema schema)
    {
        try
        {
            using var document = JsonDocument.Parse(schema.Json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = document.RootElement.Clone();
            return new(root, new SchemaCompiler(root).Compile(), StrictSchema.Holds(root));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"the schema '{schema.Name}' is not valid JSON: {exception.Message}", exception);
        }
        catch (SchemaException exception)
        {
            throw new ArgumentException($"the schema '{schema.Name}' can't be used: {exception.Message}", exception);
        }
    }
}
