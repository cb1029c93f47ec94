namespace CodeAlchemy.Workspace.Tests;

/// <summary>One workshop for the tests of a class, so that plugins are prepared once.</summary>
public sealed class SharedWorkshop : IDisposable
{
    internal Workshop Workshop { get; } = new();

    /// <summary>A new folder that is gone with the workshop.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Workshop.Home, Guid.NewGuid().ToString("n"))).FullName;

    /// <inheritdoc/>
    public void Dispose() => Workshop.Dispose();
}
