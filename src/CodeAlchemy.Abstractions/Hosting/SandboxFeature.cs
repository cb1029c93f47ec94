namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>One protection of the sandbox and whether this machine offers it.</summary>
/// <param name="Name">Name, for example <c>memory cgroup</c>.</param>
/// <param name="Available">Whether it works here; tried, not guessed.</param>
/// <param name="Detail">How it is done, or why it can't be.</param>
/// <param name="Remedy">The one thing to do about it when it is missing; else <see langword="null"/>.</param>
public sealed record SandboxFeature(string Name, bool Available, string Detail, string? Remedy = null);
