namespace CodeAlchemy.Pipeline.Ports;

/// <summary>Tells the language of a file. Thread-safe and a pure function of its arguments.</summary>
public interface ILanguageDetector
{
    /// <summary>The id of the language plugin that recognises a file.</summary>
    /// <param name="path">Path inside the corpus with '/' as separator.</param>
    /// <param name="start">The first bytes of the decoded text as UTF-8, at most 512.</param>
    /// <param name="declared">The language a table names for the row, as it stands there; else <see langword="null"/>.</param>
    /// <returns>The id, or <see langword="null"/> when no language recognises it.</returns>
    string? Detect(string path, ReadOnlySpan<byte> start, string? declared);
}
