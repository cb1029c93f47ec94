using System.Diagnostics;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>Runs commands as a reader of the documentation does: the tool on the path, <c>TOOL</c> its folder, a user's folder of one's own.</summary>
internal static class CommandShell
{
    public static async Task<ToolResult> Run(Scratch scratch, string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = scratch.Folder,
        };
        start.Environment["PATH"] = Path.GetDirectoryName(Tool.Executable) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["CODEALCHEMY_ROOT"] = Tool.Root;
        start.Environment["CODEALCHEMY_HOME"] = scratch["home"];
        start.Environment["TOOL"] = Tool.Root;
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var stdout = process.StandardOutput.ReadToEndAsync();
        var stderr = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("the commands did not end");
        }

        return new ToolResult(process.ExitCode, await stdout, await stderr);
    }
}
