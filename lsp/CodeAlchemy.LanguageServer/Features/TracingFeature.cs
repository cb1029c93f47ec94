using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Editing;
using CodeAlchemy.Workspace.Programs;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Runs and traces documents as they stand in the editor, and gives what a trace view shows.</summary>
internal sealed class TracingFeature(Session session, TraceStore traces, ProgressTokens tokens, RefreshFeature refresh)
{
    private const int MostSteps = 2000;

    public void Register(Router router)
    {
        var json = ProtocolJson.Default;
        router.Work("codealchemy/trace", json.TraceParams, json.TraceInfo, (parameters, scope) => Trace(parameters, scope));
        router.Work("codealchemy/traceSteps", json.StepsParams, json.StepsResult, (parameters, _) => Task.FromResult(Steps(parameters)));
        router.Work("codealchemy/traceState", json.StateParams, json.StateResult, (parameters, _) => Task.FromResult(State(parameters)));
        router.Work("codealchemy/render", json.RenderParams, json.TextResult, Render);
        router.Work("codealchemy/cases", json.DocumentParams, json.CasesResult, Cases);
    }

    /// <summary>Runs a document and keeps its trace.</summary>
    public async Task<TraceInfo> Trace(TraceParams parameters, RequestScope scope)
    {
        var stored = await Run(parameters, scope.Document(parameters.TextDocument.Uri), scope.Token);
        refresh.Traced(stored.Uri);
        return Info(stored);
    }

    /// <summary>Runs a document and keeps its trace, without telling the client that there are values to show.</summary>
    public async Task<StoredTrace> Run(TraceParams parameters, Document document, CancellationToken cancellationToken)
    {
        session.RequireTrust();
        var workspace = await session.Workspace;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var progress = await WorkProgress.Begin(session, tokens, $"Tracing {Path.GetFileName(document.Path)}", parameters.WorkDoneToken, stop);
        var request = new ProgramRequest
        {
            File = document.Path,
            Text = document.Text,
            Arguments = [.. parameters.Arguments ?? []],
            Input = parameters.Stdin,
            Case = parameters.Case,
            Options = new ExecutionOptions { Isolation = session.Isolation },
        };
        return traces.Put(document, await workspace.Editor.Trace(request, stop.Token));
    }

    /// <summary>A trace in short.</summary>
    public static TraceInfo Info(StoredTrace stored)
    {
        var result = stored.Attempt.Result;
        var trace = stored.Attempt.Trace;
        return new TraceInfo
        {
            Trace = stored.Id,
            Uri = stored.Uri,
            Version = stored.Version,
            Language = trace?.Program.Source.Language ?? "",
            Status = result.Status.ToId(),
            ExitCode = result.ExitCode,
            Steps = trace?.Trace.Events.Length ?? 0,
            Truncated = trace?.Trace.Events.Any(e => e.Kind == TraceEventKind.Truncated) ?? false,
            Stdout = Encoding.UTF8.GetString(result.Stdout.AsSpan()),
            Stderr = Encoding.UTF8.GetString(result.Stderr.AsSpan()),
            Notes = [.. trace?.Program.Run.Notes ?? [], .. stored.Attempt.Failure is { } failure ? [failure] : Array.Empty<string>()],
            Exceptions = [.. (trace?.Exceptions ?? []).Select(e => new ExceptionInfo(e.Type, e.Message, e.Line, e.CaughtLine))],
        };
    }

    private StepsResult Steps(StepsParams parameters)
    {
        var events = traces.Require(parameters.Trace).Trace.Events;
        var from = Math.Clamp(parameters.From, 0, events.Length);
        var count = Math.Clamp(parameters.Count, 0, Math.Min(MostSteps, events.Length - from));
        return new StepsResult(events.Length, [.. events.Skip(from).Take(count).Select(Step)]);
    }

    private static StepInfo Step(TraceEvent e) => new(e.Sequence - 1, e.Kind.ToString().ToLowerInvariant(), e.Line)
    {
        File = e.File,
        Frame = e.Frame,
        Depth = e.Depth,
        Function = e.Function,
        Set = e.Set.IsEmpty ? null : [.. e.Set.Select(variable => ValueText.Variable(variable))],
        Value = e.Value?.Text,
        Exception = ValueText.Exception(e.Exception),
        Text = e.Chunk is { } chunk ? Encoding.UTF8.GetString(chunk.Bytes.AsSpan()) : e.Note,
    };

    private StateResult State(StateParams parameters)
    {
        var trace = traces.Require(parameters.Trace);
        if (trace.Trace.Events.IsEmpty)
        {
            throw new RpcException(RpcError.RequestFailed, "The trace has no steps.");
        }

        var state = trace.StateAt(parameters.Step);
        return new StateResult(
            state.Step,
            trace.Trace.Events.Length,
            state.Event.Kind.ToString().ToLowerInvariant(),
            state.Event.File is null ? state.Event.Line : 0,
            [.. state.Frames.Select(Frame)],
            state.Stdout,
            state.Stderr)
        {
            Value = state.Event.Value?.Text,
            Exception = ValueText.Exception(state.Event.Exception),
        };
    }

    private static FrameInfo Frame(FrameView frame) => new(
        frame.Frame, frame.Function, frame.Line, frame.File, [.. frame.Variables.Select(v => ValueText.Variable(v, frame.Changed.Contains(v.Name)))]);

    private async Task<TextResult> Render(RenderParams parameters, RequestScope scope)
    {
        var workspace = await session.Workspace;
        return new TextResult(workspace.Editor.Render(traces.Require(parameters.Trace), parameters.Rendering));
    }

    private async Task<CasesResult> Cases(DocumentParams parameters, RequestScope scope)
    {
        var workspace = await session.Workspace;
        return new CasesResult([.. workspace.Editor.Cases(scope.Document(parameters.TextDocument.Uri).Path)]);
    }
}
