using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace CodeAlchemy.PluginHost;

/// <summary>Identifies what a plugin's folder holds.</summary>
public static class PluginContent
{
    /// <summary>Folders with what is built or fetched, which differs between machines.</summary>
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal) { "bin", "obj", "node_modules", "__pycache__" };

    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over the relative paths with '/', in ordinal order, and the bytes of all files; the same on every platform.
    /// What is built (<c>bin</c>, <c>obj</c>, <c>node_modules</c>, <c>__pycache__</c>) and hidden files and folders do not count;
    /// a symbolic link counts as the path it holds.
    /// </summary>
    /// <param name="directory">The plugin's folder.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static string Hash(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in Files(new DirectoryInfo(directory), "").OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(path));
            Append(hash, Content(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Like <see cref="Hash"/>, but over everything that lies in the folder, built and hidden files too: what a plugin is trusted and locked by.
    /// </summary>
    /// <param name="directory">The plugin's folder.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static ContentListing List(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in Files(new DirectoryInfo(directory), "", everything: true).OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            var content = Content(file);
            Append(whole, Encoding.UTF8.GetBytes(path));
            Append(whole, content);
            files[path] = Convert.ToHexStringLower(SHA256.HashData(content));
        }

        return new ContentListing(Convert.ToHexStringLower(whole.GetHashAndReset()), files.ToImmutable());
    }

    /// <summary>The first symbolic link below a folder, or <see langword="null"/>: a hash says nothing of what a link leads to.</summary>
    internal static string? FirstLink(string directory) =>
        Files(new DirectoryInfo(directory), "", everything: true).Where(entry => entry.File.LinkTarget is not null).Select(entry => entry.Path).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The length comes first, so that no content can pass for another path and content.</summary>
    private static void Append(IncrementalHash hash, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static byte[] Content(FileSystemInfo file) => file.LinkTarget is { } target
        ? Encoding.UTF8.GetBytes(target.Replace('\\', '/'))
        : File.ReadAllBytes(file.FullName);

    private static IEnumerable<(string Path, FileSystemInfo File)> Files(DirectoryInfo directory, string prefix, bool everything = false) =>
        directory.EnumerateFileSystemInfos("*", All)
            .Where(entry => everything || !entry.Name.StartsWith('.'))
            .SelectMany(entry => entry is DirectoryInfo { LinkTarget: null } folder
                ? !everything && Ignored.Contains(folder.Name) ? [] : Files(folder, $"{prefix}{folder.Name}/", everything)
                : [($"{prefix}{entry.Name}", entry)]);
}
