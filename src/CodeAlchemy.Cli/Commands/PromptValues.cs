using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Prompts;

namespace CodeAlchemy.Cli.Commands;

/// <summary>Reads the variables of a prompt from a file and from the command line.</summary>
internal static class PromptValues
{
    /// <exception cref="ProblemException">The file is not a JSON object, or an assignment has no <c>=</c>.</exception>
    public static IReadOnlyDictionary<string, object?> Read(string? file, IReadOnlyList<string> assignments)
    {
        var root = file is null ? [] : ReadFile(file);
        foreach (var assignment in assignments)
        {
            Set(root, assignment);
        }

        return TemplateValues.Of(root);
    }

    private static JsonObject ReadFile(string file)
    {
        if (!File.Exists(file))
        {
            throw new ProblemException(new Problem("missing-file", $"there is no file {file}", "check the path", ExitCode.Configuration, new TextLocation(file)));
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? throw NotAnObject(file, null);
        }
        catch (JsonException exception)
        {
            throw NotAnObject(file, exception);
        }
    }

    private static ProblemException NotAnObject(string file, JsonException? exception) => new(
        new Problem(
            "invalid-values", $"{file} is not a JSON object", "write {\"name\": value, …}", ExitCode.Configuration,
            new TextLocation(file, (int)(exception?.LineNumber + 1 ?? 0), (int)(exception?.BytePositionInLine + 1 ?? 0))),
        exception);

    private static void Set(JsonObject root, string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new ProblemException(new Problem("usage", $"'{assignment}' is no assignment", "write --set name=value", ExitCode.Usage));
        }

        var path = assignment[..equals].Split('.');
        var owner = root;
        foreach (var name in path[..^1])
        {
            if (owner[name] is not JsonObject member)
            {
                owner[name] = member = [];
            }

            owner = member;
        }

        owner[path[^1]] = Value(assignment[(equals + 1)..]);
    }

    // What is not JSON is a text, so that most values need no quotes.
    private static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonNode.Parse(JsonSerializer.Serialize(text));
        }
    }
}
