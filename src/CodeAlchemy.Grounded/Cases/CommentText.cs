namespace CodeAlchemy.Grounded.Cases;

/// <summary>The comments and doc strings of a file, line by line, without their markers. By text alone, so it holds for any language.</summary>
internal static class CommentText
{
    private static readonly string[] LineMarkers = ["///", "//!", "//", "#!", "#", "--", ";;", "%"];
    private static readonly (string Open, string Close)[] Blocks = [("/*", "*/"), ("\"\"\"", "\"\"\""), ("'''", "'''"), ("=begin", "=end")];

    /// <summary>Lines of comments; an empty line stands between two that do not follow each other.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var lines = new List<string>();
        string? close = null;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            lines.Add(Comment(line, ref close) ?? "");
        }

        return lines;
    }

    private static string? Comment(string line, ref string? close)
    {
        var trimmed = line.TrimStart();
        if (close is not null)
        {
            var end = line.IndexOf(close, StringComparison.Ordinal);
            close = end >= 0 ? null : close;
            return Plain(end >= 0 ? line[..end] : line);
        }

        foreach (var (open, closing) in Blocks)
        {
            var prefix = open == "\"\"\"" || open == "'''" ? trimmed.TrimStart('r', 'R', 'u') : trimmed;
            if (prefix.StartsWith(open, StringComparison.Ordinal))
            {
                var rest = prefix[open.Length..];
                var end = rest.IndexOf(closing, StringComparison.Ordinal);
                close = end >= 0 ? null : closing;
                return Plain(end >= 0 ? rest[..end] : rest);
            }
        }

        var marker = LineMarkers.FirstOrDefault(m => trimmed.StartsWith(m, StringComparison.Ordinal));
        return marker is null ? null : Unindent(trimmed[marker.Length..]);
    }

    private static string Plain(string line)
    {
        var trimmed = line.TrimStart();
        return trimmed.StartsWith('*') && !trimmed.StartsWith("**", StringComparison.Ordinal) ? Unindent(trimmed[1..]) : line;
    }

    private static string Unindent(string line) => line.StartsWith(' ') ? line[1..] : line;
}
