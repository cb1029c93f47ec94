using System.Runtime.CompilerServices;

namespace CodeAlchemy.Trace;

/// <summary>Begins before the first probe.</summary>
internal static class Start
{
    [ModuleInitializer]
    internal static void Run()
    {
        var settings = Settings.Take();
        if (settings.Descriptor < 0)
        {
            return;
        }

        try
        {
            var functions = Function.Read(Path.Combine(Path.GetDirectoryName(typeof(Start).Assembly.Location)!, "codealchemy.sites"));
            var file = new TraceFile(settings.Descriptor, settings.Bytes);
            if (!file.IsOpen)
            {
                return;
            }

            AppDomain.CurrentDomain.ProcessExit += static (_, _) => Recorder.Abandon();
            Recorder.Start(settings, functions, file);
            Streams.Watch();
        }
        catch (Exception)
        {
            // A program that can't be traced still runs.
        }
    }
}
