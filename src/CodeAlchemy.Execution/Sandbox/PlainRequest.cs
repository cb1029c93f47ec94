using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>
/// For runs without isolation: there is no place of its own for anything, so the paths that a request speaks of become
/// paths of the host in its command and environment.
/// </summary>
internal static class PlainRequest
{
    /// <summary>Rewrites a request.</summary>
    /// <param name="request">As for the sandbox.</param>
    /// <param name="stage">The folder of the slot.</param>
    public static SandboxRequest Translate(SandboxRequest request, string stage)
    {
        (string Inside, string Outside)[] places =
        [
            .. request.Binds.Select((bind, number) => (bind.Target, $"{stage}/b/{number}")),
            (request.WorkDirectory, $"{stage}/work"),
            ("/out", request.OutputFolder is null ? "/out" : $"{stage}/out"),
        ];
        Array.Sort(places, (one, other) => other.Inside.Length.CompareTo(one.Inside.Length));
        return request with
        {
            Command = [.. request.Command.Select(word => Rewrite(word, places))],
            Environment = request.Environment.ToImmutableSortedDictionary(pair => pair.Key, pair => Rewrite(pair.Value, places), StringComparer.Ordinal),
            WorkDirectory = $"{stage}/work",
        };
    }

    private static string Rewrite(string text, IReadOnlyList<(string Inside, string Outside)> places)
    {
        var result = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var place = places.FirstOrDefault(candidate => Stands(text, at, candidate.Inside));
            result.Append(place.Inside is null ? text[at] : place.Outside);
            at += place.Inside?.Length ?? 1;
        }

        return result.ToString();
    }

    // A whole path: neither the end of a longer one nor the beginning of a longer name.
    private static bool Stands(string text, int at, string path) =>
        string.CompareOrdinal(text, at, path, 0, path.Length) == 0
        && (at == 0 || !IsName(text[at - 1]))
        && (at + path.Length == text.Length || !IsName(text[at + path.Length]));

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';
}
