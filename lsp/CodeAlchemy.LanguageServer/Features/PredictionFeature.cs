using System.Collections.Concurrent;
using System.Globalization;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Editing;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>
/// The user says what a program will do before its values are shown. From the question to the answer (or the end) the document's values are
/// hidden, and the expected text never leaves the server.
/// </summary>
internal sealed class PredictionFeature(Session session, TraceStore traces)
{
    private readonly ConcurrentDictionary<string, OpenPrediction> _open = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>The trace whose values a document shows; while the user predicts them, none.</summary>
    public StoredTrace? Shown(Document document) => _open.Values.Any(prediction => prediction.Stored.Uri == document.Uri) ? null : traces.Of(document);

    public void Register(Router router, TracingFeature tracing, RefreshFeature refresh)
    {
        var json = ProtocolJson.Default;
        router.Work("codealchemy/predict", json.PredictParams, json.PredictionTask, (parameters, scope) => Ask(parameters, scope, tracing, refresh));
        router.Work("codealchemy/answer", json.AnswerParams, json.PredictionScore, (parameters, _) => Task.FromResult(Score(parameters, refresh)));
        router.Work("codealchemy/modelAnswer", json.PredictionParams, json.ModelAnswer, AskModel);
        router.Work("codealchemy/endPrediction", json.PredictionParams, json.Empty, (parameters, _) => Task.FromResult(End(parameters, refresh)));
    }

    /// <summary>Runs the document out of sight and asks.</summary>
    public async Task<PredictionTask> Ask(PredictParams parameters, RequestScope scope, TracingFeature tracing, RefreshFeature refresh)
    {
        session.RequireTrust();
        var document = scope.Document(parameters.TextDocument.Uri);
        var id = string.Create(CultureInfo.InvariantCulture, $"p{Interlocked.Increment(ref _last)}");
        // Hidden before it runs, so that no value is ever shown in between.
        _open[id] = new OpenPrediction(new StoredTrace("", document.Uri, document.Version, null!), null!, null);
        refresh.Traced(document.Uri);
        try
        {
            var stored = await tracing.Run(
                new TraceParams(parameters.TextDocument) { Arguments = parameters.Arguments, Stdin = parameters.Stdin, Case = parameters.Case, WorkDoneToken = parameters.WorkDoneToken },
                document,
                scope.Token);
            if (stored.Attempt.Trace is not { } trace)
            {
                throw new RpcException(RpcError.RequestFailed, stored.Attempt.Failure ?? "The program did not start.");
            }

            var prediction = Prediction.Of(trace, parameters.Kind)
                ?? throw new RpcException(RpcError.InvalidParams, $"There is no kind of prediction '{parameters.Kind}': output or trace.");
            _open[id] = new OpenPrediction(stored, prediction, parameters.Stdin);
            return new PredictionTask(id, parameters.Kind, prediction.Question, prediction.Template);
        }
        catch
        {
            _open.TryRemove(id, out _);
            refresh.Traced(document.Uri);
            throw;
        }
    }

    private OpenPrediction Require(string id) => _open.TryGetValue(id, out var open) && open.Task is not null
        ? open
        : throw new RpcException(RpcError.RequestFailed, $"The prediction {id} is over: begin another.");

    // The model's answer comes to the user, who may send it as the answer or do better.
    private async Task<ModelAnswer> AskModel(PredictionParams parameters, RequestScope scope)
    {
        session.RequireTrust();
        var open = Require(parameters.Prediction);
        var editor = (await session.Workspace).Editor;
        return new ModelAnswer(await editor.AskModel(open.Stored.Attempt.Trace!, open.Task, open.Stdin, Path.Combine(session.Project, ".codealchemy"), scope.Token));
    }

    private PredictionScore Score(AnswerParams parameters, RefreshFeature refresh)
    {
        var open = Require(parameters.Prediction);
        _open.TryRemove(parameters.Prediction, out _);
        refresh.Traced(open.Stored.Uri);
        var score = open.Task.Score(parameters.Answer);
        return new PredictionScore(score.ExactMatch, score.Rouge2, score.FirstDivergentStep, open.Task.Expected, TracingFeature.Info(open.Stored));
    }

    private Empty End(PredictionParams parameters, RefreshFeature refresh)
    {
        if (_open.TryRemove(parameters.Prediction, out var open))
        {
            traces.Remove(open.Stored.Uri);
            refresh.Traced(open.Stored.Uri);
        }

        return new Empty();
    }

    private sealed record OpenPrediction(StoredTrace Stored, Prediction Task, string? Stdin);
}
