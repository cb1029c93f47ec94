using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Manifests;

/// <summary>Takes what must not be published out of values that are.</summary>
internal static partial class Secrets
{
    public const string Mark = "[redacted]";

    /// <summary>A copy in which texts that are secret by the name of their key or by their look are replaced.</summary>
    public static JsonNode? Redact(JsonNode? value, string key = "") => value switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Redact(pair.Value, pair.Key)))),
        JsonArray list => new JsonArray([.. list.Select(item => Redact(item, key))]),
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => Redact(text, key),
        _ => value?.DeepClone(),
    };

    public static string Redact(string text, string key = "")
    {
        var byName = text.Length > 0 && SecretName().IsMatch(key);
        return byName || SecretValue().IsMatch(text) ? Mark : UserInfo().Replace(text, $"$1{Mark}@");
    }

    [GeneratedRegex("(api[-_]?key|access[-_]?key|private[-_]?key|secret|password|passwd|token$|authorization)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\b(sk-[A-Za-z0-9_-]{16,}|hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|AKIA[A-Z0-9]{16}|xox[abpr]-[A-Za-z0-9-]{10,})|-----BEGIN [A-Z ]*PRIVATE KEY-----", RegexOptions.CultureInvariant)]
    private static partial Regex SecretValue();

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]*://)[^/@\s]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
