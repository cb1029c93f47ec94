using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Workspace.Cases;
using CodeAlchemy.Workspace.Chat;
using CodeAlchemy.Workspace.Generation;
using CodeAlchemy.Workspace.Programs;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>What an editor asks of a source text: what stands in it, and what it does when it runs. Thread-safe.</summary>
public sealed class EditorService
{
    private readonly Installation _installation;
    private readonly ProgramService _programs;

    internal EditorService(Installation installation, ProgramService programs) => (_installation, _programs) = (installation, programs);

    /// <summary>What stands in a text; <see langword="null"/> when no language plugin recognises it. Runs nothing.</summary>
    /// <param name="path">Path of the file; it need not exist.</param>
    /// <param name="text">The text.</param>
    public SourceDescription? Describe(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, 512)]);
        if (_installation.Plugins.Detector.Detect(path, head) is not { } language)
        {
            return null;
        }

        var outline = _installation.Syntax.Outline(language.Id, text);
        return new SourceDescription(language.Id, language.Name, !language.Tracers.IsEmpty, [.. outline.Functions.Select(SourceFunction.Of)]);
    }

    /// <summary>Strategies that make rows of a single program: label → id, in the order of the ids.</summary>
    public ImmutableArray<(string Label, string Strategy)> Actions =>
    [
        .. _installation.Plugins.All.Where(plugin => plugin.Strategy?.Action is not null).OrderBy(plugin => plugin.Id, StringComparer.Ordinal)
            .Select(plugin => (plugin.Strategy!.Action!, plugin.Id)),
    ];

    /// <summary>Names of the cases beside a file; empty without a sidecar.</summary>
    /// <exception cref="ProblemException">The sidecar can't be read.</exception>
    public ImmutableArray<string> Cases(string path)
    {
        var sidecar = path + ".cases.yaml";
        return File.Exists(sidecar) ? [.. CaseFinder.Read(File.ReadAllText(sidecar), sidecar).Select(c => c.Name)] : [];
    }

    /// <summary>Runs a text in the sandbox and traces it.</summary>
    /// <exception cref="ProblemException">The language is not known, has no tracer, or the sandbox can't be had.</exception>
    public async Task<TraceAttempt> Trace(ProgramRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var program = await _programs.Trace(request, cancellationToken);
        var text = program.Source.Text;
        if (program.Run.Trace is not { } trace)
        {
            return new TraceAttempt(null, program.Run.Result, Failure(program.Run.Result));
        }

        var description = Describe(request.File, text)!;
        return new TraceAttempt(new LiveTrace(program, trace, description, Unreached(description.Language, text, trace)), program.Run.Result, null);
    }

    /// <summary>Lets the project's model answer a prediction.</summary>
    /// <param name="trace">The run that it is about; of it, the model sees the program, its arguments and its input.</param>
    /// <param name="prediction">The question.</param>
    /// <param name="stdin">Standard input of the run.</param>
    /// <param name="folder">The project's <c>.codealchemy</c> folder, whose <c>models.yaml</c> names the model.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answer, out of its fence.</returns>
    /// <exception cref="ProblemException">There is no model, or it gave no answer.</exception>
    public async Task<string> AskModel(LiveTrace trace, Prediction prediction, string? stdin, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(prediction);
        var manifest = ProjectModels.Read(folder, _installation.Plugins.ToPipelineCatalogue());
        using var models = RunModels.Open(manifest, _installation.Options, journal: null, batch: null);
        var source = trace.Program.Source;
        var prompt = _installation.Templates.Store.Render("editor/predict.scriban", new Dictionary<string, object?>
        {
            ["file"] = source.Path,
            ["language"] = source.Language,
            ["numbered"] = Fences.Number(source.Text),
            ["arguments"] = trace.Trace.Header.Arguments.ToArray(),
            ["stdin"] = stdin ?? "",
            ["question"] = prediction.Question,
        });
        var outcome = await models.Chat.Complete(new ChatRequest { Messages = [new Message("user", prompt.Text)] }, cancellationToken);
        return outcome.Succeeded
            ? CodeBlocks.Single(outcome.Reply.Content)?.Code ?? outcome.Reply.Content
            : throw new ProblemException(new Problem("no-answer", outcome.Failure.Detail, "see docs/models.md, or predict by yourself", ExitCode.Failure));
    }

    /// <summary>Turns a trace into text.</summary>
    /// <exception cref="ProblemException">There is no such rendering.</exception>
    public string Render(LiveTrace trace, string rendering)
    {
        ArgumentNullException.ThrowIfNull(trace);
        _programs.CheckRendering(rendering);
        return _programs.Render(trace.Trace, trace.Program.Source, rendering);
    }

    private static string Failure(RunResult result)
    {
        var messages = Encoding.UTF8.GetString(result.Stderr.AsSpan()).Trim();
        return string.Join(": ", new[] { result.Status.ToId(), result.Detail, messages }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private ImmutableArray<(int First, int Last)> Unreached(string language, string text, Trace trace)
    {
        // A trace that was cut says nothing about what came after.
        if (trace.Events.Any(e => e.Kind == TraceEventKind.Truncated))
        {
            return [];
        }

        using var tree = _installation.Syntax.Parse(language, text);
        return tree is null ? [] : UnreachedLines.Of(tree, trace.Events.Where(e => e.File is null && e.Line > 0).Select(e => e.Line).ToHashSet());
    }
}
