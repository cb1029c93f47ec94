using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Archives;
using CodeAlchemy.PluginHost.Network;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>Reads the words by which a user names a source.</summary>
public static partial class PluginReference
{
    private const string Forms = "Write a folder, an archive (.zip, .tar.gz, .nupkg), https://…, git+https://…[@ref][#folder], or nuget:FEED/PACKAGE[@version].";

    /// <summary>Reads a reference; relative paths count from a folder.</summary>
    /// <exception cref="ProblemException">It names no source (exit 2).</exception>
    public static PluginOrigin Parse(string text, string workingFolder)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith("nuget:", StringComparison.Ordinal) ? NuGet(text["nuget:".Length..])
            : text.StartsWith("git+", StringComparison.Ordinal) ? Git(text["git+".Length..])
            : !text.Contains("://", StringComparison.Ordinal) ? Local(text, workingFolder)
            : RepositoryAddress().IsMatch(text) ? Git(text)
            : Url(text);
    }

    /// <summary>Refuses an origin that no user could have named: lock files come from elsewhere, too.</summary>
    /// <exception cref="ProblemException">The origin is refused (exit 2).</exception>
    internal static void Check(PluginOrigin origin)
    {
        if (origin.Subfolder is { } folder && EntryName.Checked(folder, ArchiveLimits.Default) != folder)
        {
            throw Unknown($"'{folder}' is not the name of a folder");
        }

        if (origin.Kind == SourceKind.Git)
        {
            CheckGit(origin);
        }

        var isPackage = origin.Kind != SourceKind.NuGet
            || (PackageReference().IsMatch(origin.Location) && !origin.Location.Contains('@') && !origin.Location.Contains('#') && (origin.Revision is null || SemanticVersion.IsVersion(origin.Revision)));
        if (!isPackage)
        {
            throw Unknown($"'{origin.Location}' does not name a package of a feed");
        }
    }

    private static void CheckGit(PluginOrigin origin)
    {
        if (!Uri.TryCreate(origin.Location, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http" or "ssh" or "file"))
        {
            throw Unknown($"'{origin.Location}' is not the address of a repository");
        }

        if (address.Scheme is "http" or "https")
        {
            WebAddress.Check(address);
        }

        if (address.UserInfo.Contains(':'))
        {
            throw Unknown("an address must not hold a password, since the lock file would hold it too");
        }

        if (origin.Reference is { } reference && (!ReferenceName().IsMatch(reference) || reference.Contains("..", StringComparison.Ordinal)))
        {
            throw Unknown($"'{reference}' is not the name of a branch, tag or commit");
        }

        if (origin.Revision is { } revision && !Commit().IsMatch(revision))
        {
            throw Unknown($"'{revision}' is not a commit");
        }
    }

    private static PluginOrigin NuGet(string text)
    {
        var match = PackageReference().Match(text);
        return match.Success
            ? new PluginOrigin { Kind = SourceKind.NuGet, Location = match.Groups["package"].Value, Reference = Value(match.Groups["version"]), Subfolder = Subfolder(Value(match.Groups["folder"])) }
            : throw Unknown($"'nuget:{text}' does not name a package of a feed");
    }

    private static PluginOrigin Git(string text)
    {
        var (rest, folder) = Cut(text, '#');
        var path = rest.IndexOf('/', rest.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0);
        var at = path < 0 ? -1 : rest.IndexOf('@', path);
        var (location, reference) = at < 0 ? (rest, null) : (rest[..at], rest[(at + 1)..]);
        var origin = new PluginOrigin { Kind = SourceKind.Git, Location = location, Reference = reference, Subfolder = Subfolder(folder) };
        CheckGit(origin);
        return origin;
    }

    private static PluginOrigin Url(string text)
    {
        var (location, folder) = Cut(text, '#');
        if (!Uri.TryCreate(location, UriKind.Absolute, out var address))
        {
            throw Unknown($"'{location}' is not a web address");
        }

        WebAddress.Check(address);
        return new PluginOrigin { Kind = SourceKind.Url, Location = location, Subfolder = Subfolder(folder) };
    }

    private static PluginOrigin Local(string text, string workingFolder)
    {
        var (path, folder) = Path.Exists(Path.Combine(workingFolder, text)) ? (text, null) : Cut(text, '#');
        var full = Path.GetFullPath(path, workingFolder);
        if (Directory.Exists(full))
        {
            return new PluginOrigin { Kind = SourceKind.Folder, Location = full, Subfolder = Subfolder(folder) };
        }

        return File.Exists(full)
            ? new PluginOrigin { Kind = SourceKind.Archive, Location = full, Subfolder = Subfolder(folder) }
            : throw PluginFaults.Mistake(PluginCodes.Source, $"There is no file or folder '{path}'.", Forms);
    }

    private static string? Subfolder(string? text)
    {
        var folder = text?.Trim('/');
        return string.IsNullOrEmpty(folder) ? null : EntryName.Checked(folder, ArchiveLimits.Default);
    }

    private static (string Before, string? After) Cut(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    private static string? Value(Group group) => group.Success ? group.Value : null;

    private static ProblemException Unknown(string what) => PluginFaults.Mistake(PluginCodes.Reference, $"A source can't be read: {what}.", Forms);

    [GeneratedRegex(@"^(?<package>[a-z0-9][a-z0-9-]*/[A-Za-z0-9_][A-Za-z0-9_.-]*)(@(?<version>[0-9][0-9A-Za-z.+-]*))?(#(?<folder>.+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex PackageReference();

    [GeneratedRegex(@"^(ssh://|https?://[^#@]+\.git(@|#|$))", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryAddress();

    [GeneratedRegex("^([0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_./+-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex ReferenceName();
}
