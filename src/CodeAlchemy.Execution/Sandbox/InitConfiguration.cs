using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>What the first process inside is told: files, command, environment, limits.</summary>
internal static class InitConfiguration
{
    // A mapped trace is as long as the tracer makes it: as much as the largest trace may hold, and some room behind it.
    private const long TraceFileLimit = (1L << 30) + (1L << 20);

    public static Message Create(SandboxRequest request, bool withoutGroups, string? clockShim)
    {
        var message = new Message().Add('w', request.WorkDirectory);
        foreach (var (path, content) in request.Files)
        {
            message.Add('f', Inside(path)).Add('x', content.AsSpan());
        }

        foreach (var word in request.Command)
        {
            message.Add('a', word);
        }

        foreach (var (name, value) in Environment(request, clockShim))
        {
            message.Add('e', $"{name}={value}");
        }

        var fileSize = request.TraceFile is null ? request.Limits.FileSize : Math.Max(request.Limits.FileSize, TraceFileLimit);
        message.Number("fsize", fileSize)
            .Number("cpu", (long)Math.Ceiling(request.Limits.Processor.TotalSeconds) + 1)
            .Number("processors", request.Processors)
            .Number("randomize", request.RandomizeAddresses ? 1 : 0);
        
        // Without control groups there are only limits of a user and of single processes.
        return withoutGroups
            ? message.Number("nproc", request.Limits.Processes + 1).Number("data", request.Limits.Memory)
                .Number("budget", (long)request.Limits.Processor.TotalMicroseconds)
            : message;
    }

    private static SortedDictionary<string, string> Environment(SandboxRequest request, string? clockShim)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = "/tmp",
            ["LANG"] = "C.UTF-8",
            ["TZ"] = "UTC",
        };
        foreach (var (name, value) in request.Environment)
        {
            variables[name] = value;
        }

        // There in every run, shifted or not, so that its presence tells none from another; it removes both.
        if (clockShim is not null)
        {
            variables["LD_PRELOAD"] = clockShim;
            variables["CODEALCHEMY_CLOCK_SHIFT"] = ((long)request.ClockShift.TotalNanoseconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return variables;
    }

    private static string Inside(string path)
    {
        var safe = path.Length > 0 && path[0] != '/' && !path.Split('/').Any(part => part is ".." or "." or "") && !path.Contains('\0', StringComparison.Ordinal);
        return safe ? path : throw new ProblemException(new Problem(
            "unsafe-path", $"the file name '{path}' leaves the working directory", "use a relative path without '..'", ExitCode.Failure));
    }
}
