using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Manifests;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Workspace.Chat;

/// <summary>The credentials of the user: <c>credentials.yaml</c> in the user's own folder, and <c>OPENAI_API_KEY</c>.</summary>
internal static class UserCredentials
{
    private const string FileName = "credentials.yaml";
    private const int MostBytes = 64 << 10;

    /// <summary>Reads the bindings and their secrets.</summary>
    /// <param name="home">The user's folder of the tool.</param>
    /// <param name="variable">Gives an environment variable.</param>
    /// <exception cref="ProblemException">The file is not as it must be (exit 5).</exception>
    public static CredentialSource Read(string home, Func<string, string?> variable)
    {
        var file = Path.Combine(home, FileName);
        var entries = File.Exists(file) ? Entries(file) : [];
        return CredentialSource.FromEnvironment(entries.Select(entry => Bind(entry, variable)), variable);
    }

    private static IReadOnlyList<CredentialEntry> Entries(string file)
    {
        var parsed = CredentialsReader.Read(File.ReadAllText(file), file);
        if (parsed.Value is { } entries && !parsed.HasErrors)
        {
            return entries;
        }

        var error = parsed.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        throw new ProblemException(new Problem(error.Code, error.Message, error.Remedy ?? "See docs/models.md.", ExitCode.Configuration, error.Location));
    }

    private static CredentialBinding Bind(CredentialEntry entry, Func<string, string?> variable) => entry.Variable is { } name
        ? new CredentialBinding(entry.Name, entry.Origin, variable(name), $"environment variable {name}")
        : new CredentialBinding(entry.Name, entry.Origin, ReadSecret(entry.File!), $"file {entry.File}");

    // A missing file is a missing secret: it only matters when a manifest asks for it.
    private static string? ReadSecret(string file)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: <= MostBytes } ? File.ReadAllText(file).Trim() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
