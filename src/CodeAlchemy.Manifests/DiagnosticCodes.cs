namespace CodeAlchemy.Manifests;

/// <summary>Stable ids of what can be wrong with a user's YAML; they appear in <c>Diagnostic.Code</c>.</summary>
public static class DiagnosticCodes
{
    /// <summary>The text is not YAML.</summary>
    public const string Syntax = "yaml-syntax";

    /// <summary>The text is larger, deeper or (through aliases) longer than a manifest may be.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A part of YAML that manifests do not use: tags, several documents, keys that are not text.</summary>
    public const string Unsupported = "unsupported-yaml";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A value is of another type than its key asks for.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>A value has the right type but can't be used.</summary>
    public const string BadValue = "bad-value";

    /// <summary>A number, size or duration is outside its range.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>A key that the format does not have.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>A key of the format that this version does not offer yet.</summary>
    public const string UnsupportedKey = "unsupported-key";

    /// <summary>A key that must be given is missing.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>The <c>apiVersion</c> is of another major version.</summary>
    public const string UnsupportedVersion = "unsupported-version";

    /// <summary>A name of a filter that does not exist.</summary>
    public const string UnknownFilter = "unknown-filter";

    /// <summary>A name of a strategy that no plugin has.</summary>
    public const string UnknownStrategy = "unknown-strategy";

    /// <summary>An option that the strategy does not have.</summary>
    public const string UnknownOption = "unknown-option";

    /// <summary>Two entries of a list have the same name.</summary>
    public const string DuplicateName = "duplicate-name";

    /// <summary>A path that leaves the folder it belongs to, or is no path at all.</summary>
    public const string BadPath = "bad-path";

    /// <summary>A <c>{placeholder}</c> that the host does not replace.</summary>
    public const string UnknownPlaceholder = "unknown-placeholder";

    /// <summary>A <c>--set key=value</c> that can't be applied.</summary>
    public const string BadOverride = "bad-override";
}
