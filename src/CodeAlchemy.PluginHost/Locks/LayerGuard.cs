namespace CodeAlchemy.PluginHost.Locks;

/// <summary>Makes sure that one process at a time changes the plugins of a layer. A killed process lets go of it.</summary>
internal sealed class LayerGuard : IDisposable
{
    private const string FileName = ".lock";

    private readonly FileStream _file;

    private LayerGuard(FileStream file) => _file = file;

    /// <summary>Waits for the layer.</summary>
    /// <exception cref="Abstractions.Hosting.ProblemException">Another process holds it for too long (exit 1).</exception>
    public static async Task<LayerGuard> Enter(string folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new LayerGuard(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException failure) when (failure is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (Environment.TickCount64 >= end)
                {
                    throw PluginFaults.Failure(PluginCodes.Busy, $"Another process changes the plugins in '{folder}'.", "Wait until it is done, and try again.", failure);
                }
            }

            await Task.Delay(50, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _file.Dispose();
}
