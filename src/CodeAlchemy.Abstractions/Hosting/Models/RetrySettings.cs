namespace CodeAlchemy.Abstractions.Hosting.Models;

/// <summary>How often and how long a request is tried again. Waiting times are drawn with decorrelated jitter.</summary>
public sealed record RetrySettings
{
    /// <summary>Most attempts that end in a fault of the network or the server.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Most answers "too many requests" that one request waits out.</summary>
    public int Throttles { get; init; } = 100;

    /// <summary>Shortest wait.</summary>
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait, also for what a server asks by <c>Retry-After</c>.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After this time no new attempt begins.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(20);
}
