using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Tells what documents are.</summary>
internal static class DocumentKinds
{
    private const int LookedAt = 16 << 10;

    public static DocumentKind Of(string path, string text, LanguageDetector languages)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return name.EndsWith(".scriban", StringComparison.Ordinal) ? DocumentKind.Template
            : name.EndsWith(".trace.jsonl", StringComparison.Ordinal) || (name.EndsWith(".jsonl", StringComparison.Ordinal) && IsTrace(text)) ? DocumentKind.Trace
            : name == "plugin.yaml" ? DocumentKind.Plugin
            : name == "cases.yaml" || name.EndsWith(".cases.yaml", StringComparison.Ordinal) ? DocumentKind.Cases
            : name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal) ? ByContent(text)
            : languages.Detect(path, []) is not null ? DocumentKind.Source
            : DocumentKind.Other;
    }

    private static bool IsTrace(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 200)).TrimStart('\uFEFF');
        return start.StartsWith("{\"schema\":\"codealchemy.trace/") || start.StartsWith("{\"schema\": \"codealchemy.trace/");
    }

    // Other tools have a `kind` too, and some of them the same words: an `apiVersion` that is not ours is somebody else's document.
    private static DocumentKind ByContent(string text)
    {
        var keys = TopKeys(text);
        var version = keys.GetValueOrDefault("apiVersion");
        if (version is { Length: > 0 } && !version.StartsWith("codealchemy/", StringComparison.Ordinal))
        {
            return DocumentKind.Other;
        }

        var isOurs = version is { Length: > 0 };
        return keys.GetValueOrDefault("kind") switch
        {
            "Pipeline" when isOurs || keys.ContainsKey("strategies") || keys.ContainsKey("source") => DocumentKind.Pipeline,
            "language" or "strategy" or "evaluator" when isOurs => DocumentKind.Plugin,
            _ when !isOurs => DocumentKind.Other,
            _ => keys.ContainsKey("cases") ? DocumentKind.Cases : DocumentKind.Pipeline,
        };
    }

    private static Dictionary<string, string> TopKeys(string text)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, LookedAt)).TrimStart('\uFEFF').EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon > 0 && char.IsAsciiLetter(line[0]))
            {
                var value = line[(colon + 1)..];
                var comment = value.IndexOf(" #");
                keys.TryAdd(line[..colon].Trim().ToString(), (comment < 0 ? value : value[..comment]).Trim().Trim("\"'").ToString());
            }
        }

        return keys;
    }
}
