namespace CodeAlchemy.LanguageServer.Documents;

/// <summary>URIs of documents and paths.</summary>
internal static class DocumentUri
{
    /// <summary>The path of a <c>file</c> URI; for another scheme the path part, so that a name and its extension are known.</summary>
    public static string ToPath(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) ? parsed.IsFile ? parsed.LocalPath : Uri.UnescapeDataString(parsed.AbsolutePath) : uri;

    /// <summary>Whether the document is a file.</summary>
    public static bool IsFile(string uri) => uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The URI of a path, escaped as editors do.</summary>
    public static string OfPath(string path) =>
        "file://" + string.Join('/', System.IO.Path.GetFullPath(path).Split('/').Select(Uri.EscapeDataString));
}
