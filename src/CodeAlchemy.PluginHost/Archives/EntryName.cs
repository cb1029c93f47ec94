using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Archives;

/// <summary>Which names of entries may become paths: those that mean the same place on every platform, below the folder.</summary>
internal static class EntryName
{
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The path of an entry with '/' between its parts; empty for the folder itself.</summary>
    /// <exception cref="ProblemException">The name is refused (exit 6).</exception>
    public static string Checked(string name, ArchiveLimits limits)
    {
        var path = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        path = path.EndsWith('/') ? path[..^1] : path;
        if (path.Length == 0 || path == ".")
        {
            return "";
        }

        var fault = Fault(path, limits);
        return fault is null ? path : throw Refused(name, fault);
    }

    /// <summary>The failure of an entry, with its name made fit for a terminal.</summary>
    public static ProblemException Refused(string name, string fault) => PluginFaults.Plugin(
        PluginCodes.Archive,
        $"The entry '{Shown(name)}' {fault}.",
        "Nothing was installed. Get the plugin from somebody you trust, or ask its author for a clean package.");

    private static string? Fault(string path, ArchiveLimits limits)
    {
        if (Encoding.UTF8.GetByteCount(path) > limits.PathBytes)
        {
            return $"has a path of more than {limits.PathBytes} bytes";
        }

        if (path.Any(char.IsControl) || path.Contains('\uFFFD'))
        {
            return "has control characters or broken text in its name";
        }

        return path[0] == '/' ? "has an absolute path"
            : path.Contains('\\') ? "has a backslash in its name"
            : path.Contains(':') ? "has a colon in its name, as drive letters have"
            : path.Split('/').Select(part => PartFault(part, limits)).FirstOrDefault(fault => fault is not null);
    }

    private static string? PartFault(string part, ArchiveLimits limits) => part switch
    {
        "" => "has an empty part in its path",
        "." or ".." => "leaves its folder",
        _ when Encoding.UTF8.GetByteCount(part) > limits.NameBytes => $"has a name of more than {limits.NameBytes} bytes",
        _ when part[^1] is '.' or ' ' => "has a name that ends in a dot or a space, which not every platform can keep",
        _ when Devices.Contains(part.Split('.')[0]) => "has the name of a device",
        _ => null,
    };

    private static string Shown(string name)
    {
        var plain = string.Concat(name.Take(120).Select(character => char.IsControl(character) ? '?' : character));
        return name.Length > 120 ? plain + "…" : plain;
    }
}
