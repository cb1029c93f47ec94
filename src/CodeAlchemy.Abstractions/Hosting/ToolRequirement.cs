using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A program that a language needs.</summary>
/// <param name="Program">Name looked up on the PATH, shims resolved.</param>
/// <param name="VersionCommand">Command whose output holds the version; empty when it can't be asked.</param>
/// <param name="AtLeast">Oldest version that works, or <see langword="null"/>.</param>
/// <param name="AptPackage">Debian package that brings it, or <see langword="null"/>.</param>
/// <param name="Optional">Whether the language works without it, with less.</param>
/// <param name="InstallWords">What to do where no Debian package brings it, as a sentence, or <see langword="null"/>.</param>
public sealed record ToolRequirement(
    string Program,
    ImmutableArray<string> VersionCommand,
    string? AtLeast,
    string? AptPackage,
    bool Optional = false,
    string? InstallWords = null);
