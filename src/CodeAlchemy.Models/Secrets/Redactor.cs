using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Models.Secrets;

/// <summary>Takes secrets out of text that leaves the process: messages, logs, exceptions, journals. Immutable, thread-safe.</summary>
public sealed partial class Redactor
{
    private const string Mark = "[secret]";

    // A shorter text would take ordinary words out of replies.
    private const int ShortestSecret = 6;
    private readonly ImmutableArray<string> _secrets;

    /// <summary>Creates a redactor.</summary>
    /// <param name="secrets">Secrets that are known; those of fewer than six characters are left to the patterns.</param>
    public Redactor(IEnumerable<string> secrets) =>
        _secrets = [.. secrets.Where(secret => secret.Length >= ShortestSecret).Distinct().OrderByDescending(secret => secret.Length)];

    /// <summary>Takes out the known secrets only; for text that must stay as it is otherwise, such as a reply.</summary>
    public string WithoutKnown(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Mark, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Takes out the known secrets and whatever looks like one; for messages.</summary>
    public string Clean(string text) => Parameters().Replace(Headers().Replace(Keys().Replace(WithoutKnown(text), Mark), "$1" + Mark), "$1" + Mark);

    [GeneratedRegex(@"\b(?:sk-[A-Za-z0-9_\-*]{8,}|gh[pousr]_[A-Za-z0-9]{20,}|hf_[A-Za-z0-9]{16,}|AKIA[A-Z0-9]{12,}|AIza[A-Za-z0-9_\-]{20,}|xox[abprs]-[A-Za-z0-9\-]{10,}|eyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]*)")]
    private static partial Regex Keys();

    [GeneratedRegex(@"((?:\bbearer|\bbasic)\s+)(?!\[secret\])[A-Za-z0-9+/=._~\-]{6,}", RegexOptions.IgnoreCase)]
    private static partial Regex Headers();

    [GeneratedRegex(@"((?:api[_\-]?key|access[_\-]?token|auth[_\-]?token|client[_\-]?secret|password)[""']?\s*[=:]\s*[""']?)(?!\[secret\])[^\s""'&,;}]{4,}", RegexOptions.IgnoreCase)]
    private static partial Regex Parameters();
}
