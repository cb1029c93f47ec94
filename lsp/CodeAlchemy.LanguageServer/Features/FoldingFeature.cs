using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Folds functions; after a run, the folded text says how they were called.</summary>
internal sealed class FoldingFeature(SourceCache sources, PredictionFeature predictions)
{
    public void Register(Router router) => router.ReadMany(
        "textDocument/foldingRange", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.FoldingRangeArray, Fold);

    private async Task<IEnumerable<FoldingRange>> Fold(DocumentParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        if (await sources.Describe(document) is not { } source)
        {
            return [];
        }

        var calls = predictions.Shown(document)?.Attempt.Trace?.Calls ?? [];
        return source.Functions.Where(function => function.EndLine > function.StartLine).Select(function => new FoldingRange(function.StartLine - 1, function.EndLine - 1)
        {
            Kind = "region",
            CollapsedText = calls.FirstOrDefault(call => call.Function == function) is { } call ? $"… called {ValueText.Times(call.Count)}" : null,
        });
    }
}
