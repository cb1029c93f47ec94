using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>Where a page begins: a position in files that look as they did.</summary>
internal static class PageCursor
{
    private const int MarkLength = 12;

    public static string Write(string stamp, int position) => string.Create(CultureInfo.InvariantCulture, $"{Mark(stamp)}-{position}");

    /// <exception cref="ProblemException"><c>cursor-old</c>: the files changed since.</exception>
    public static int Read(string? cursor, string stamp)
    {
        if (cursor is null)
        {
            return 0;
        }

        return cursor.StartsWith(Mark(stamp) + "-", StringComparison.Ordinal)
            && int.TryParse(cursor.AsSpan(MarkLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new ProblemException(new Problem(
                "cursor-old", $"The cursor '{cursor}' is none of this run as it is now: it was made again since.", "Begin with the first page.", ExitCode.Failure));
    }

    private static string Mark(string stamp) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)))[..MarkLength];
}
