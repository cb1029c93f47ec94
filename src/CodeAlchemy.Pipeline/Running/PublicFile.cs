namespace CodeAlchemy.Pipeline.Running;

/// <summary>A public file of a finished run.</summary>
/// <param name="Path">Relative to the run folder.</param>
/// <param name="Kind"><c>data</c>, <c>rejects</c>, <c>ledger</c>, <c>manifest</c> or <c>card</c>.</param>
/// <param name="Rows">Lines of data and rejects; else 0.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Hash.</param>
/// <param name="Shard">Shard it came from, for data and rejects.</param>
internal sealed record PublicFile(string Path, string Kind, long Rows, long Bytes, string Sha256, string? Shard = null);
