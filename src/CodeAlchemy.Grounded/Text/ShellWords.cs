namespace CodeAlchemy.Grounded.Text;

/// <summary>Arguments as a POSIX shell reads them.</summary>
public static class ShellWords
{
    private const string Plain = "-_./:=+,@%";

    /// <summary>The arguments on one line, quoted where needed, so that a shell would split it into the same arguments.</summary>
    public static string Join(IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return string.Join(' ', arguments.Select(Quote));
    }

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? word
            : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
