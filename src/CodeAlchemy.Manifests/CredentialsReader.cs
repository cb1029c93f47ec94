using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Manifests.Credentials;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests;

/// <summary>Reads the user's <c>credentials.yaml</c>. It names places of secrets and holds none. Thread-safe.</summary>
public static class CredentialsReader
{
    /// <summary>Reads the text; entries come by name, then in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Absolute path, for the diagnostics; paths in the text are relative to its folder.</param>
    public static Parsed<IReadOnlyList<CredentialEntry>> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        var root = YamlTreeReader.Read(text, file, bag);
        var entries = ImmutableArray<CredentialEntry>.Empty;
        var read = root is not null && CredentialsShape.In(Path.GetDirectoryName(Path.GetFullPath(file))!).TryRead(root, new ReadContext(bag), out entries);
        return bag.Result<IReadOnlyList<CredentialEntry>>(read ? entries : null);
    }
}
