using System.Diagnostics;
using System.Text;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>The tool on a pseudo-terminal, as a person has it: what it asks is answered when the question stands there.</summary>
internal static class Terminal
{
    /// <summary>Ctrl-D at the beginning of a line: the end of the input.</summary>
    public const string EndOfInput = "\u0004";

    public const string Program = "/usr/bin/script";

    /// <summary>Runs the tool.</summary>
    /// <param name="scratch">Working directory; the user's folder is <c>home</c> in it.</param>
    /// <param name="arguments">Arguments of the tool.</param>
    /// <param name="dialogue">What is typed after a text has appeared, in this order.</param>
    /// <returns>The exit code, and the screen as stdout.</returns>
    public static async Task<ToolResult> Run(Scratch scratch, string[] arguments, params (string Question, string Typed)[] dialogue)
    {
        using var process = Process.Start(Start(scratch, arguments))!;
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var screen = new StringBuilder();
        try
        {
            foreach (var (question, typed) in dialogue)
            {
                var from = screen.Length;
                while (!screen.ToString(from, screen.Length - from).Contains(question, StringComparison.Ordinal) && await Read(process, screen, late.Token))
                {
                }

                await Type(process, typed, late.Token);
            }

            var rest = ReadAll(process, screen, late.Token);
            while (dialogue is [.., (_, EndOfInput)] && await Task.WhenAny(rest, Task.Delay(TimeSpan.FromSeconds(1), late.Token)) != rest)
            {
                // Typed while the tool was taking over the terminal, it is lost; a person types it again.
                await Type(process, EndOfInput, late.Token);
            }

            await rest;
            await process.WaitForExitAsync(late.Token);
            return new ToolResult(process.ExitCode, screen.ToString().Replace("\r\n", "\n", StringComparison.Ordinal), "");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"codealchemy {string.Join(' ', arguments)} still waits. Its screen:\n{screen}");
        }
    }

    private static ProcessStartInfo Start(Scratch scratch, string[] arguments)
    {
        var command = string.Join(' ', arguments.Prepend(Tool.Executable).Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        var start = new ProcessStartInfo(Program, ["--quiet", "--return", "--command", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            WorkingDirectory = scratch.Folder,
        };
        start.Environment["CODEALCHEMY_ROOT"] = Tool.Root;
        start.Environment["CODEALCHEMY_HOME"] = scratch["home"];
        start.Environment["NO_COLOR"] = "1";
        start.Environment["TERM"] = "dumb";
        return start;
    }

    private static async Task Type(Process process, string typed, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(typed.AsMemory(), cancellationToken);
            await process.StandardInput.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It has ended; what it said and how is the result.
        }
    }

    private static async Task ReadAll(Process process, StringBuilder screen, CancellationToken cancellationToken)
    {
        while (await Read(process, screen, cancellationToken))
        {
        }
    }

    private static async Task<bool> Read(Process process, StringBuilder screen, CancellationToken cancellationToken)
    {
        var buffer = new char[1024];
        var count = await process.StandardOutput.ReadAsync(buffer, cancellationToken);
        screen.Append(buffer, 0, count);
        return count > 0;
    }
}
