namespace CodeAlchemy.Workspace.Health;

/// <summary>One line of the health table.</summary>
/// <param name="Area"><c>host</c>, <c>sandbox</c>, <c>language</c> or <c>plugin</c>.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">The one thing to do about it, or <see langword="null"/> when it works.</param>
public sealed record HealthCheck(string Area, string Name, HealthState State, string Detail, string? Remedy = null);
