namespace CodeAlchemy.Tests.Shared;

/// <summary>A folder of <c>tests/fixtures/plugins/bad</c> and what its <c>expected.txt</c> says about it.</summary>
/// <param name="Folder">Path of the folder.</param>
/// <param name="When"><c>noticed</c>, <c>found</c>, <c>loaded</c> or <c>run</c>.</param>
/// <param name="Code">Code of the diagnostic, the problem or the reject.</param>
/// <param name="Message">Part of its message.</param>
internal sealed record BadPlugin(string Folder, string When, string Code, string Message)
{
    /// <summary><c>languages</c> or <c>strategies</c>.</summary>
    public string Kind => Path.GetFileName(Path.GetDirectoryName(Folder)!);

    public string Id => Path.GetFileName(Folder);

    /// <summary>Reads a plugin below the folder of all bad ones.</summary>
    /// <exception cref="InvalidDataException">Its <c>expected.txt</c> is not as the README of the fixtures says.</exception>
    public static BadPlugin Read(string root, string name)
    {
        var folder = Path.Combine(root, "bad", name);
        return File.ReadAllLines(Path.Combine(folder, "expected.txt")) is [("noticed" or "found" or "loaded" or "run") and var when, { Length: > 0 } code, { Length: > 0 } message]
            ? new BadPlugin(folder, when, code, message)
            : throw new InvalidDataException($"{folder}/expected.txt needs three lines: noticed, found, loaded or run; a code; a part of a message.");
    }

    /// <summary>Names of the plugins in a folder of the fixtures: <c>languages/x</c>, <c>strategies/y</c>.</summary>
    public static IEnumerable<string> Names(string root, string folder) =>
        Directory.GetDirectories(Path.Combine(root, folder)).SelectMany(Directory.GetDirectories)
            .Select(plugin => Path.GetRelativePath(Path.Combine(root, folder), plugin).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
