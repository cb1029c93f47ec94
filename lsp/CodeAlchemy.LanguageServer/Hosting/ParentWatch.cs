using System.Diagnostics;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>Ends the server when the process that started it is gone, so that none is left behind.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Looks every second whether a process lives, until <paramref name="exit"/> is cancelled.</summary>
    public static void Start(int process, CancellationTokenSource exit) => _ = Task.Run(async () =>
    {
        using var timer = new PeriodicTimer(Period);
        try
        {
            do
            {
                if (!Lives(process))
                {
                    await exit.CancelAsync();
                }
            }
            while (await timer.WaitForNextTickAsync(exit.Token));
        }
        catch (OperationCanceledException)
        {
            // The server ends by itself.
        }
    });

    private static bool Lives(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
