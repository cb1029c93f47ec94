using System.Diagnostics;
using System.Text;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>The tool as its users start it: the built command, as a process of its own.</summary>
internal static class Tool
{
    public static string Root { get; } = FindRoot();

    public static string Executable { get; } = Path.Combine(Root, ".deps", "app", "codealchemy");

    public static Task<ToolResult> Run(params string[] arguments) => Run(arguments, TimeSpan.FromMinutes(5));

    public static async Task<ToolResult> Run(
        string[] arguments, TimeSpan patience, IReadOnlyDictionary<string, string?>? environment = null, string? directory = null)
    {
        using var process = Start(arguments, environment, directory);
        var stdout = process.StandardOutput.ReadToEndAsync();
        var stderr = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"codealchemy {string.Join(' ', arguments)} did not end within {patience}");
        }

        return new ToolResult(process.ExitCode, await stdout, await stderr);
    }

    public static Process Start(
        string[] arguments, IReadOnlyDictionary<string, string?>? environment = null, string? directory = null)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
            WorkingDirectory = directory ?? Root,
        };
        start.Environment["CODEALCHEMY_ROOT"] = Root;
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests run below the folder of the solution");
    }
}
