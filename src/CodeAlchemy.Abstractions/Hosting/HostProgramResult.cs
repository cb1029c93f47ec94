namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>How a program on this machine ended.</summary>
/// <param name="ExitCode">Its exit status.</param>
/// <param name="Output">The first 64 KiB of its standard output.</param>
/// <param name="Errors">The last 4 KiB of its standard error.</param>
public sealed record HostProgramResult(int ExitCode, string Output, string Errors);
