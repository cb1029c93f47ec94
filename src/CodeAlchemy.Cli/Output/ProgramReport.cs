using System.Globalization;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Cli.Output;

/// <summary>Results of one program in words and as JSON.</summary>
internal static class ProgramReport
{
    /// <summary>One line on how a traced program ended.</summary>
    public static string Summary(RunResult result, Trace trace)
    {
        var how = result switch
        {
            { Status: ExecutionStatus.Signal, Signal: { } signal } => $"ended by signal {signal}",
            { ExitCode: { } code } => $"exit status {code}",
            _ => result.Status.ToId(),
        };
        var limit = result.Status is ExecutionStatus.Ok or ExecutionStatus.Error or ExecutionStatus.Signal ? string.Empty : $" ({result.Detail ?? result.Status.ToId()})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{trace.Events.Length} events, {how}{limit}, {result.Elapsed.TotalSeconds:0.00} s, traced by {trace.Header.Language} {trace.Header.Tracer}");
    }

    /// <summary>The problem that a program which could not run amounts to.</summary>
    public static ProblemException Failure(string file, RunResult result)
    {
        var stderr = Tail(Encoding.UTF8.GetString(result.Stderr.AsSpan()));
        var (message, remedy, exit) = result.Status switch
        {
            ExecutionStatus.CompileError => ($"{file} does not compile", "see the compiler's messages above", ExitCode.Failure),
            ExecutionStatus.MissingToolchain => (result.Detail ?? $"a tool chain for {file} is missing", "codealchemy doctor says what to install", ExitCode.MissingTool),
            ExecutionStatus.MissingLibrary => (result.Detail ?? $"{file} needs a library that this machine lacks", "install the library, or leave the file out", ExitCode.MissingTool),
            _ => ($"{file} was stopped: {result.Detail ?? result.Status.ToId()}", "raise --timeout or --memory if the program should run longer", ExitCode.Limit),
        };
        if (stderr.Length > 0)
        {
            Console.Error.WriteLine(stderr);
        }

        return new ProblemException(new Problem(result.Status.ToId(), message, remedy, exit));
    }

    /// <summary>Writes a run as one JSON object (<c>codealchemy.run-result/1</c>).</summary>
    public static void WriteJson(RunResult result, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", "codealchemy.run-result/1");
            writer.WriteString("status", result.Status.ToId());
            WriteNumber(writer, "exitCode", result.ExitCode);
            WriteNumber(writer, "signal", result.Signal);
            writer.WriteString("stdout", Encoding.UTF8.GetString(result.Stdout.AsSpan()));
            writer.WriteString("stderr", Encoding.UTF8.GetString(result.Stderr.AsSpan()));
            writer.WriteNumber("elapsedSeconds", result.Elapsed.TotalSeconds);
            writer.WriteNumber("processorSeconds", result.Processor.TotalSeconds);
            writer.WriteNumber("peakMemory", result.PeakMemory);
            writer.WriteString("detail", result.Detail);
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Tail(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        return string.Join('\n', lines.TakeLast(20));
    }
}
