using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Toolchains;

/// <summary>One program of a tool chain as it was found on this machine. Immutable.</summary>
/// <param name="Requirement">What the language asks for.</param>
/// <param name="State">What was found.</param>
/// <param name="Path">Absolute path with shims and links resolved, or <see langword="null"/>.</param>
/// <param name="Version">Version as digits and dots; empty when it can't be told.</param>
/// <param name="Detail">One sentence for a person.</param>
/// <param name="Remedy">The one thing to do about it; <see langword="null"/> when nothing is wrong.</param>
public sealed record ToolReport(
    ToolRequirement Requirement, ToolState State, string? Path, string Version, string Detail, string? Remedy);
