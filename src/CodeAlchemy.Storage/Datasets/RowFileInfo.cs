namespace CodeAlchemy.Storage.Datasets;

/// <summary>A finished file of lines.</summary>
/// <param name="Rows">Lines.</param>
/// <param name="TextBytes">Bytes of the uncompressed text.</param>
/// <param name="Bytes">Bytes of the file.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the file.</param>
public sealed record RowFileInfo(long Rows, long TextBytes, long Bytes, string Sha256);
