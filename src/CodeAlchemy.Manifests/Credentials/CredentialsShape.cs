using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Credentials;

/// <summary>The user's <c>credentials.yaml</c>.</summary>
internal static class CredentialsShape
{
    /// <summary>The shape for a file; paths in it are relative to its folder.</summary>
    public static Shape<ImmutableArray<CredentialEntry>> In(string directory)
    {
        var one = Binding(directory);
        var several = new EitherShape<ImmutableArray<CredentialEntry>>(node => node is SequenceNode, one.List(least: 1), one.Map(entry => ImmutableArray.Create(entry)));
        return new ObjectShape<ImmutableArray<CredentialEntry>>(() => [])
            .Required("apiVersion", CommonShapes.ApiVersion, (c, _) => c, "Version of the format.")
            .Required("kind", Scalars.OneOf("Credentials"), (c, _) => c, "Kind of the file.")
            .Required("credentials", several.Dictionary(), (_, v) => Named(v), "Name → where its secret may go and where it comes from.");
    }

    private static ImmutableArray<CredentialEntry> Named(ImmutableSortedDictionary<string, ImmutableArray<CredentialEntry>> names) =>
        [.. names.SelectMany(name => name.Value.Select(entry => entry with { Name = name.Key }))];

    private static ObjectShape<CredentialEntry> Binding(string directory) =>
        new ObjectShape<CredentialEntry>(() => new CredentialEntry("", new Uri("about:blank"), null, null))
            .Required("origin", CommonShapes.WebAddress, (c, v) => c with { Origin = v }, "Address whose scheme, host and port the secret may go to.")
            .Optional("variable", Scalars.Matching("^[A-Za-z_][A-Za-z0-9_]{0,199}$", "the name of an environment variable"), (c, v) => c with { Variable = v }, "Environment variable that holds the secret.")
            .Optional("file", Paths.Any.Map(path => Path.GetFullPath(path, directory)), (c, v) => c with { File = v }, "File that holds the secret and nothing else.")
            .Rule(HasOnePlace, schema => schema["oneOf"] = new JsonArray(
                new JsonObject { ["required"] = new JsonArray("variable") },
                new JsonObject { ["required"] = new JsonArray("file") }));

    private static bool HasOnePlace(CredentialEntry entry, MappingNode mapping, ReadContext context)
    {
        var holds = entry.Variable is null != entry.File is null;
        if (!holds)
        {
            context.Error(DiagnosticCodes.BadValue, $"{context.Name} needs 'variable' or 'file', and not both: the place its secret comes from.", mapping);
        }

        return holds;
    }
}
