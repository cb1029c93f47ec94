namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A host path shown inside the sandbox, read-only.</summary>
/// <param name="Source">Absolute path on the host.</param>
/// <param name="Target">Absolute path inside.</param>
public sealed record SandboxBind(string Source, string Target);
