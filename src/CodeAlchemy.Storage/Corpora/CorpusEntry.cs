namespace CodeAlchemy.Storage.Corpora;

/// <summary>An input as it was listed, not read yet.</summary>
/// <param name="Ordinal">Position in the corpus, from 0.</param>
/// <param name="Path">Path inside the corpus with '/' as separator; for a row of a table <c>file#line</c>.</param>
/// <param name="Length">Size in bytes as far as listing tells: of the file, or of the row's line.</param>
/// <param name="Position">For a row of a table, offset of its line in the uncompressed file; else 0.</param>
/// <param name="Marks">What listing noticed.</param>
public sealed record CorpusEntry(long Ordinal, string Path, long Length, long Position = 0, CorpusMarks Marks = CorpusMarks.None);
