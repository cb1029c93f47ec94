using System.Globalization;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Generation;
using CodeAlchemy.Workspace.Reviews;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Makes rows: of a document as it stands, and by a manifest.</summary>
internal sealed class GenerateFeature(Session session, ProgressTokens tokens, ReviewFeature reviews)
{
    private const int MostRows = 500;

    public void Register(Router router)
    {
        var json = ProtocolJson.Default;
        router.Work("codealchemy/generate", json.GenerateParams, json.GenerateResult, Generate);
        router.Work("codealchemy/startRun", json.StartRunParams, json.StartRunResult, Start);
    }

    /// <summary>Makes rows of a document; those that speak of the function come first.</summary>
    public async Task<GenerateResult> Generate(GenerateParams parameters, RequestScope scope)
    {
        session.RequireTrust();
        var document = scope.Document(parameters.TextDocument.Uri);
        var workspace = await session.Workspace;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(scope.Token);
        using var progress = await WorkProgress.Begin(session, tokens, $"{parameters.Strategy}: {Path.GetFileName(document.Path)}", parameters.WorkDoneToken, stop);
        var request = new GenerationRequest
        {
            File = document.Path,
            Text = document.Text,
            Strategy = parameters.Strategy,
            Turns = parameters.Turns,
            Model = parameters.Mode switch
            {
                null or "grounded" => false,
                "model" => true,
                var other => throw new RpcException(RpcError.InvalidParams, $"There is no mode '{other}': grounded or model."),
            },
            Folder = reviews.Generated,
            Isolation = session.Isolation,
        };
        var summary = await workspace.Generation.Generate(request, new ProgressObserver(progress), stop.Token);
        var run = await reviews.Open(summary.Folder);
        var rows = run.Rows(new RowQuery { Limit = MostRows }, stop.Token).Rows;
        var about = parameters.Function is { } function
            ? run.Rows(new RowQuery { Limit = MostRows, Text = function }, stop.Token).Rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal) : [];
        return new GenerateResult(
            summary.Folder,
            [.. rows.OrderBy(row => !about.Contains(row.Id)).Select(RowView.Row)],
            [.. run.Rejects(new RejectQuery { Limit = MostRows }, stop.Token).Rejects.Select(RowView.Reject)]);
    }

    private async Task<StartRunResult> Start(StartRunParams parameters, RequestScope scope)
    {
        session.RequireTrust();
        var workspace = await session.Workspace;
        var parsed = workspace.Runs.Validate(new ManifestRequest { File = Path.GetFullPath(parameters.Manifest, session.Project) });
        if (parsed.Value is not { } manifest)
        {
            var first = parsed.Diagnostics.First(diagnostic => diagnostic.Severity == Abstractions.Hosting.DiagnosticSeverity.Error);
            throw new RpcException(RpcError.RequestFailed, $"{first.Location}: {first.Message} {first.Remedy}");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(scope.Token);
        using var progress = await WorkProgress.Begin(session, tokens, $"Run {manifest.Name}", parameters.WorkDoneToken, stop);
        var summary = await workspace.Runs.Run(manifest, new RunOptions(), new ProgressObserver(progress), stop.Token);
        return new StartRunResult(summary.Folder, summary.State.ToString().ToLowerInvariant(), summary.Ledger.Rows, summary.Ledger.Rejects, summary.Problem?.Message);
    }
}
