using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

internal static class Arrivals
{
    /// <summary>Waits until so many requests have come.</summary>
    public static async Task Arrived(this DummyServer server, int requests)
    {
        while (server.Counts.Requests < requests)
        {
            await Task.Delay(5, Kit.Cancellation);
        }
    }
}
