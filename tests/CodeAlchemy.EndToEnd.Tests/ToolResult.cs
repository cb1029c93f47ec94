namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>What a start of the tool came to.</summary>
internal sealed record ToolResult(int ExitCode, string Stdout, string Stderr);
