using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Cli.Output;

/// <summary>Writes what went wrong: what happened, where, what to do about it, and the code.</summary>
internal sealed class ProblemWriter(Terminal terminal)
{
    /// <summary>Writes a problem.</summary>
    public void Write(Problem problem) =>
        Write("error", problem.Code, problem.Message, problem.Location, problem.Remedy);

    /// <summary>Writes diagnostics of a user's file, with the line they point at.</summary>
    public void Write(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
            Write(severity, diagnostic.Code, diagnostic.Message, diagnostic.Location, diagnostic.Remedy);
        }
    }

    /// <summary>Turns whatever ended a command into a message and an exit code.</summary>
    public int Report(Exception exception, bool interrupted)
    {
        terminal.Flush();
        switch (exception)
        {
            case ProblemException expected:
                Write(expected.Problem);
                Trace(exception);
                return (int)expected.Problem.Exit;
            case OperationCanceledException when interrupted:
                terminal.Note("interrupted");
                return (int)ExitCode.Interrupted;
            case IOException or UnauthorizedAccessException:
                Write(new Problem("file", exception.Message, "check the path, the permissions and the space left", ExitCode.Failure));
                Trace(exception);
                return (int)ExitCode.Failure;
            default:
                Write(new Problem(
                    "internal",
                    $"a fault in codealchemy itself: {exception.GetType().Name}: {exception.Message}",
                    terminal.Debug ? "please report it with the text below" : "run again with --debug and report what it prints",
                    ExitCode.Failure));
                Trace(exception);
                return (int)ExitCode.Failure;
        }
    }

    private void Trace(Exception exception)
    {
        if (terminal.Debug)
        {
            Console.Error.WriteLine(exception);
        }
    }

    private void Write(string severity, string code, string message, TextLocation? location, string? remedy)
    {
        var place = location is null ? string.Empty : $"{location}: ";
        Console.Error.WriteLine($"{Paint(severity, severity == "error" ? "31;1" : "33;1")}: {place}{message} [{code}]");
        Excerpt(location);
        if (remedy is { Length: > 0 })
        {
            Console.Error.WriteLine($"  {Paint("→", "36")} {remedy}");
        }
    }

    // A picture of the place saves opening the file.
    private void Excerpt(TextLocation? location)
    {
        if (location is not { Line: > 0 } || !File.Exists(location.File))
        {
            return;
        }

        var line = File.ReadLines(location.File).Skip(location.Line - 1).FirstOrDefault();
        if (line is null || line.Length > 240)
        {
            return;
        }

        var number = location.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Console.Error.WriteLine($"  {number} | {line.Replace('\t', ' ')}");
        if (location.Column > 0)
        {
            var width = Math.Clamp(location.Length, 1, Math.Max(1, line.Length - location.Column + 1));
            Console.Error.WriteLine($"  {new string(' ', number.Length)} | {new string(' ', location.Column - 1)}{Paint(new string('^', width), "31")}");
        }
    }

    private string Paint(string text, string code) => terminal.Color ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
