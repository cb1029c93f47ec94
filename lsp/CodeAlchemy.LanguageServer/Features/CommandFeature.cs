using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>The commands of lenses, for editors that have no commands of their own.</summary>
internal sealed class CommandFeature(TracingFeature tracing, PredictionFeature predictions, GenerateFeature generate, TraceStore traces, RefreshFeature refresh)
{
    public void Register(Router router) => router.Work(
        "workspace/executeCommand", ProtocolJson.Default.ExecuteCommandParams, ProtocolJson.Default.JsonNode, Execute);

    private async Task<JsonNode?> Execute(ExecuteCommandParams parameters, RequestScope scope)
    {
        var argument = parameters.Arguments is [{ ValueKind: JsonValueKind.Object } first, ..]
            ? first
            : throw new RpcException(RpcError.InvalidParams, $"{parameters.Command} takes one object with the uri of a document.");
        var document = new TextDocumentIdentifier(Text(argument, "uri") ?? throw new RpcException(RpcError.InvalidParams, $"{parameters.Command} needs the uri of a document."));
        switch (parameters.Command)
        {
            case CommandNames.Trace:
                var info = await tracing.Trace(
                    new TraceParams(document) { Arguments = Texts(argument, "arguments"), Stdin = Text(argument, "stdin"), Case = Text(argument, "case"), WorkDoneToken = parameters.WorkDoneToken }, scope);
                return JsonSerializer.SerializeToNode(info, ProtocolJson.Default.TraceInfo);
            case CommandNames.Predict:
                var task = await predictions.Ask(
                    new PredictParams(document) { Kind = Text(argument, "kind") ?? "output", Stdin = Text(argument, "stdin"), Case = Text(argument, "case"), WorkDoneToken = parameters.WorkDoneToken },
                    scope, tracing, refresh);
                return JsonSerializer.SerializeToNode(task, ProtocolJson.Default.PredictionTask);
            case CommandNames.Generate:
                var strategy = Text(argument, "strategy") ?? throw new RpcException(RpcError.InvalidParams, $"{parameters.Command} needs a strategy.");
                var made = await generate.Generate(
                    new GenerateParams(document, strategy) { Function = Text(argument, "function"), Mode = Text(argument, "mode"), WorkDoneToken = parameters.WorkDoneToken }, scope);
                return JsonSerializer.SerializeToNode(made, ProtocolJson.Default.GenerateResult);
            case CommandNames.ClearTrace:
                traces.Remove(document.Uri);
                refresh.Traced(document.Uri);
                return null;
            default:
                throw new RpcException(RpcError.InvalidParams, $"There is no command {parameters.Command}; there are {string.Join(", ", CommandNames.All)}.");
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[]? Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : null;
}
