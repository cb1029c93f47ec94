using System.Globalization;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Names what belongs to this process so that a later one can tell whether its owner still lives.</summary>
internal static class HostIdentity
{
    /// <summary>Process id and start time of this process.</summary>
    public static string Current { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{StartTime(Environment.ProcessId)}");

    /// <summary>The name of a slot of this process.</summary>
    public static string Slot(int number) => string.Create(CultureInfo.InvariantCulture, $"{Current}-{number}");

    /// <summary>Whether the owner of a slot's name is gone. A name of another form is left alone.</summary>
    public static bool IsOrphan(string name)
    {
        var parts = name.Split('-');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && StartTime(process) != parts[1];
    }

    // Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces, so counting starts behind its parenthesis.
    private static string StartTime(int process)
    {
        var text = GroupFiles.Text($"/proc/{process}/stat");
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 ? fields[19] : string.Empty;
    }
}
