namespace CodeAlchemy.Storage.Corpora;

/// <summary>Where a line stands in an uncompressed file, without its end.</summary>
internal readonly record struct LineExtent(long Start, long Length, bool Blank);
