namespace CodeAlchemy.PromptConformance;

/// <summary>How our renderer stands beside what a test expects.</summary>
internal enum Verdict
{
    /// <summary>The same bytes, or an error where an error is expected.</summary>
    Same,

    /// <summary>Refused by name where the test expects a text.</summary>
    Unsupported,

    /// <summary>Other bytes, a text where an error is expected, or an error that does not say it is a refusal.</summary>
    Different,
}
