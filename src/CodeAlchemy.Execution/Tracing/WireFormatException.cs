namespace CodeAlchemy.Execution.Tracing;

/// <summary>A record that does not fit docs/trace-wire.md. Never leaves <see cref="WireReader"/>.</summary>
internal sealed class WireFormatException(string message) : Exception(message);
