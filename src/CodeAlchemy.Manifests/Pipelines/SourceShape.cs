using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Pipelines;

/// <summary>The <c>source</c> of a manifest: one kind and its settings.</summary>
internal static class SourceShape
{
    private static readonly ListShape<string> Globs = Paths.Glob.List();

    private static readonly ObjectShape<ImmutableSortedDictionary<string, string>> Columns =
        new[] { "text", "path", "language", "id", "repo_name", "license_type" }.Aggregate(
            new ObjectShape<ImmutableSortedDictionary<string, string>>(() => ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)),
            (shape, column) => shape.Optional(column, Scalars.Line, (map, name) => map.SetItem(column, name), $"Name of the column that holds the {column}."));

    public static Shape<SourceSection> In(string directory)
    {
        return new ObjectShape<SourceSection>(() => new SourceSection { Kind = "", Root = "" })
            .Optional("files", Files(directory), (_, v) => v, "Files below a folder.")
            .Optional("jsonl", Lines(directory), (_, v) => v, "Rows of JSON Lines, plain or gzip.")
            .Unsupported("parquet", "Parquet sources come in a later version.")
            .Rule(HasOneKind, Describe);
    }

    private static ObjectShape<SourceSection> Files(string directory) =>
        new ObjectShape<SourceSection>(() => new SourceSection { Kind = "files", Root = "" })
            .Required("root", Absolute(directory), (s, v) => s with { Root = v }, "Folder, relative to the manifest.")
            .Optional("include", Globs, (s, v) => s with { Include = v }, "Patterns of paths to take.", new JsonArray("**/*"))
            .Optional("exclude", Globs, (s, v) => s with { Exclude = v }, "Patterns of paths to leave out.", new JsonArray());

    private static ObjectShape<SourceSection> Lines(string directory) =>
        new ObjectShape<SourceSection>(() => new SourceSection { Kind = "jsonl", Root = "" })
            .Required("path", Absolute(directory), (s, v) => s with { Root = v }, "File or folder, relative to the manifest.")
            .Optional("include", Globs, (s, v) => s with { Include = v }, "Patterns of paths to take.", new JsonArray("**/*"))
            .Optional("exclude", Globs, (s, v) => s with { Exclude = v }, "Patterns of paths to leave out.", new JsonArray())
            .Optional("columns", Columns, (s, v) => s with { Columns = v }, "Names of the columns in the file.", new JsonObject());

    private static Shape<string> Absolute(string directory) => Paths.Any.Map(path => Path.GetFullPath(path, directory));

    private static bool HasOneKind(SourceSection source, MappingNode mapping, ReadContext context)
    {
        var given = mapping.Entries.Where(entry => !entry.Value.IsNull).ToArray();
        if (given.Length == 0)
        {
            context.Error(DiagnosticCodes.MissingKey, "A source needs 'files' or 'jsonl'.", mapping);
        }

        if (given.Length > 1)
        {
            context.Error(DiagnosticCodes.BadValue, "A source has one kind: 'files' or 'jsonl', not both.", given[1].Key, suggestion: Suggestion.Remove);
        }

        return given.Length == 1;
    }

    private static void Describe(JsonObject schema)
    {
        schema["minProperties"] = 1;
        schema["maxProperties"] = 1;
    }
}
