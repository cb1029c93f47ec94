namespace CodeAlchemy.Compiler;

/// <summary>Where the parts of the installed SDK are. Names nothing of Roslyn, so that it can run before Roslyn is found.</summary>
internal static class Sdk
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The folder of the newest SDK that brings a compiler.</summary>
    public static string Newest() => Last(Path.Combine(Root, "sdk"), folder => Directory.Exists(Path.Combine(folder, "Roslyn", "bincore")))
        ?? throw new DirectoryNotFoundException("no SDK with a compiler below " + Root);

    /// <summary>What programs are compiled against: the reference assemblies, or the run-time's own where those are not installed.</summary>
    public static string[] References()
    {
        var packs = Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref");
        var pack = Directory.Exists(packs) ? Last(packs, _ => true) : null;
        var reference = pack is null ? null : Last(Path.Combine(pack, "ref"), _ => true);
        var folder = reference ?? Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. Directory.GetFiles(folder, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal)];
    }

    private static bool IsManaged(string file) => Path.GetFileName(file) is var name && !name.StartsWith("lib", StringComparison.Ordinal)
        && !name.Contains(".Native.", StringComparison.Ordinal) && name != "mscordaccore.dll";

    private static string? Last(string parent, Func<string, bool> serves) => Directory.GetDirectories(parent)
        .Where(serves).OrderBy(folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0].Replace("net", ""), out var v) ? v : new Version(0, 0)).LastOrDefault();
}
