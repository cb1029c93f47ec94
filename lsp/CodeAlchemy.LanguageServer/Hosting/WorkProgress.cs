using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>
/// Tells the client how work goes on: by the token of the request, or, for a client that shows progress and gave none, by one of the
/// server's own, which the user can cancel.
/// </summary>
internal sealed class WorkProgress : IDisposable
{
    private readonly Connection _connection;
    private readonly JsonNode? _token;

    private WorkProgress(Connection connection, JsonNode? token) => (_connection, _token) = (connection, token);

    public static async Task<WorkProgress> Begin(Session session, ProgressTokens tokens, string title, JsonElement? given, CancellationTokenSource stop)
    {
        var token = given is { ValueKind: JsonValueKind.String or JsonValueKind.Number } element ? JsonNode.Parse(element.GetRawText()) : null;
        if (token is null && session.Client.Progress)
        {
            token = JsonValue.Create(tokens.Add(stop));
            try
            {
                await session.Connection.Ask(
                    "window/workDoneProgress/create", new WorkDoneProgressParams(token.DeepClone()), ProtocolJson.Default.WorkDoneProgressParams, stop.Token);
            }
            catch (RpcException)
            {
                token = null;
            }
        }

        var progress = new WorkProgress(session.Connection, token);
        progress.Send(JsonSerializer.SerializeToNode(new ProgressBegin(title, true), ProtocolJson.Default.ProgressBegin)!);
        return progress;
    }

    public void Report(string message) => Send(JsonSerializer.SerializeToNode(new ProgressReport(message), ProtocolJson.Default.ProgressReport)!);

    public void Dispose() => Send(JsonSerializer.SerializeToNode(new ProgressEnd(null), ProtocolJson.Default.ProgressEnd)!);

    private void Send(JsonNode value)
    {
        if (_token is not null)
        {
            _connection.Notify("$/progress", new ProgressParams(_token.DeepClone(), value), ProtocolJson.Default.ProgressParams);
        }
    }
}
