using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Renderings;
using CodeAlchemy.Workspace.Cases;

namespace CodeAlchemy.Workspace.Programs;

/// <summary>Runs and traces single programs for a person. Thread-safe.</summary>
public sealed class ProgramService
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly Installation _installation;

    internal ProgramService(Installation installation) => _installation = installation;

    /// <summary>Runs a program untraced.</summary>
    public async Task<RunResult> Execute(ProgramRequest request, CancellationToken cancellationToken)
    {
        var (language, source, @case) = Read(request);
        return await _installation.Programs.Executor.Run(language, source, @case, request.Options, cancellationToken);
    }

    /// <summary>Traces a program once.</summary>
    public async Task<TracedProgram> Trace(ProgramRequest request, CancellationToken cancellationToken)
    {
        var (language, source, @case) = Read(request);
        if (language.Tracers.IsEmpty)
        {
            throw new ProblemException(new Problem(
                "no-tracer", language.Run.IsEmpty ? $"{language.Name} is neither run nor traced" : $"{language.Name} can be run but not traced", "codealchemy plugin list shows what each language can do", ExitCode.MissingTool));
        }

        var run = await _installation.Programs.Executor.TraceOnce(language, source, @case, request.Options, cancellationToken);
        return new TracedProgram(source, run);
    }

    /// <summary>Refuses a rendering that does not exist.</summary>
    public void CheckRendering(string name)
    {
        if (!TraceRenderings.Names.Contains(name))
        {
            throw new ProblemException(new Problem(
                "unknown-rendering", $"there is no rendering '{name}'", $"renderings: {string.Join(", ", TraceRenderings.Names)}", ExitCode.Usage));
        }
    }

    /// <summary>Turns a trace into text.</summary>
    public string Render(Trace trace, SourceFile source, string rendering) => TraceRenderings.Render(
        trace, source.Text, rendering, _installation.Plugins.FindLanguage(source.Language)?.LineComment ?? "#");

    /// <summary>Writes a trace as canonical JSON Lines.</summary>
    public void WriteJson(Trace trace, Stream output) => TraceJson.Write(trace, output);

    private (LanguageDefinition Language, SourceFile Source, ExecutionCase Case) Read(ProgramRequest request)
    {
        var bytes = request.Text is { } given ? Encoding.UTF8.GetBytes(given) : ReadFile(request.File, "the program");
        var text = request.Text ?? Decode(bytes, request.File);
        var language = Language(request, bytes);
        var sidecar = request.File + ".cases.yaml";
        var source = new SourceFile
        {
            Ordinal = 0,
            Path = Path.GetFileName(request.File),
            Language = language.Id,
            Text = text,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Sidecar = File.Exists(sidecar) ? File.ReadAllText(sidecar) : null,
        };
        return (language, source, Case(request, source, sidecar));
    }

    private LanguageDefinition Language(ProgramRequest request, byte[] bytes)
    {
        if (request.Language is { } id)
        {
            return _installation.Plugins.Require(PluginKind.Language, id).Language!;
        }

        return _installation.Plugins.Detector.Detect(request.File, bytes.AsSpan(0, Math.Min(512, bytes.Length)))
            ?? throw new ProblemException(new Problem(
                "unknown-language", $"no language plugin recognises {request.File}", "name one with --language; codealchemy plugin list shows them", ExitCode.Failure));
    }

    private static ExecutionCase Case(ProgramRequest request, SourceFile source, string sidecar)
    {
        var @case = ExecutionCase.Default;
        if (request.Case is { } name)
        {
            var cases = source.Sidecar is { } text ? CaseFinder.Read(text, sidecar) : [];
            @case = cases.FirstOrDefault(candidate => candidate.Name == name) ?? throw new ProblemException(new Problem(
                "unknown-case",
                $"{sidecar} holds no case '{name}'",
                cases.Length == 0 ? "write the cases into that file" : $"cases: {string.Join(", ", cases.Select(candidate => candidate.Name))}",
                ExitCode.Usage));
        }

        return @case with
        {
            Arguments = request.Arguments.IsEmpty ? @case.Arguments : request.Arguments,
            Stdin = request.Input is { } input ? [.. Encoding.UTF8.GetBytes(input)]
                : request.Stdin is { } stdin ? [.. ReadFile(stdin, "the standard input")] : @case.Stdin,
        };
    }

    private static byte[] ReadFile(string path, string what)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(
                new Problem("unreadable", $"{what} {path} can't be read: {exception.Message}", "check the path and the permissions", ExitCode.Failure),
                exception);
        }
    }

    private static string Decode(byte[] bytes, string file)
    {
        try
        {
            return StrictUtf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ProblemException(
                new Problem("encoding", $"{file} is not valid UTF-8 (byte {exception.Index})", "convert the file to UTF-8", ExitCode.Failure), exception);
        }
    }
}
