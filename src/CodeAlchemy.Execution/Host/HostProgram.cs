using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Host;

/// <summary>Starts programs of this machine. Thread-safe.</summary>
public sealed class HostProgram : IHostProgram
{
    private const int MostOutput = 64 << 10;
    private const int MostErrors = 4 << 10;

    /// <inheritdoc/>
    public async Task<HostProgramResult> Run(HostProgramRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var process = Start(request);
        process.StandardInput.Close();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(request.Patience);
        try
        {
            var output = Read(process.StandardOutput, MostOutput, keepEnd: false, late.Token);
            var errors = Read(process.StandardError, MostErrors, keepEnd: true, late.Token);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(late.Token));
            return new HostProgramResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProblemException(new Problem(
                "host-program", $"'{request.Program}' did not end within {request.Patience}.", "Check the network and the machine, and try again.", ExitCode.Failure));
        }
    }

    private static Process Start(HostProgramRequest request)
    {
        var start = new ProcessStartInfo(request.Program, request.Arguments)
        {
            WorkingDirectory = request.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        var own = request.Inherited
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)))
            .Where(pair => pair.Value is not null).ToArray();
        start.Environment.Clear();
        foreach (var (name, value) in own.Concat(request.Environment.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new ProblemException(
                new Problem("host-program", $"'{request.Program}' can't be started: {failure.Message}.", $"Install {request.Program} and put it on the PATH.", ExitCode.MissingTool), failure);
        }
    }

    // Reads to the end whatever is kept, so that the program never waits for us.
    private static async Task<string> Read(StreamReader reader, int most, bool keepEnd, CancellationToken cancellationToken)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        for (var read = await reader.ReadAsync(buffer, cancellationToken); read > 0; read = await reader.ReadAsync(buffer, cancellationToken))
        {
            kept.Append(buffer, 0, keepEnd ? read : Math.Min(read, most - kept.Length));
            if (keepEnd && kept.Length > most)
            {
                kept.Remove(0, kept.Length - most);
            }
        }

        return kept.ToString();
    }
}
