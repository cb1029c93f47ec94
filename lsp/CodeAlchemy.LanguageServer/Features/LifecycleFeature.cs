using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>From <c>initialize</c> to <c>exit</c>, and whether the client's process still lives.</summary>
internal sealed class LifecycleFeature(Session session, ProgressTokens tokens, CancellationTokenSource exit)
{
    private enum Stage { New, Ready, ShutDown }

    private volatile Stage _stage = Stage.New;

    /// <summary>Whether the client asked to shut down before it left.</summary>
    public bool Orderly => _stage == Stage.ShutDown;

    public void Register(Router router)
    {
        router.Gate = Gate;
        router.Read("initialize", ProtocolJson.Default.InitializeParams, ProtocolJson.Default.InitializeResult, Initialize);
        router.Change("initialized", ProtocolJson.Default.Empty, _ => Task.Run(Started));
        router.Read("shutdown", ProtocolJson.Default.Empty, ProtocolJson.Default.JsonNode, (_, _) => ShutDown());
        router.Change("exit", ProtocolJson.Default.Empty, _ => exit.Cancel());
        router.Change("window/workDoneProgress/cancel", ProtocolJson.Default.JsonElement, element => tokens.Cancel(element.GetProperty("token")));
        router.Change("workspace/didChangeConfiguration", ProtocolJson.Default.JsonElement, _ => { });
        router.Change("$/setTrace", ProtocolJson.Default.JsonElement, _ => { });
    }

    private RpcException? Gate(string method) => (_stage, method) switch
    {
        (_, "exit") => null,
        (Stage.New, "initialize") => null,
        (Stage.New, _) => new RpcException(RpcError.ServerNotInitialized, $"{method} came before initialize."),
        (Stage.Ready, "initialize") => new RpcException(RpcError.InvalidRequest, "The server is initialized already."),
        (Stage.ShutDown, _) => new RpcException(RpcError.InvalidRequest, $"{method} came after shutdown."),
        _ => null,
    };

    private InitializeResult Initialize(InitializeParams parameters, RequestScope scope)
    {
        session.Initialize(parameters);
        _stage = Stage.Ready;
        if (parameters.ProcessId is { } process)
        {
            ParentWatch.Start(process, exit);
        }

        return new InitializeResult(Abilities(), new ServerInfo("codealchemy", WorkspaceOptions.ToolVersion));
    }

    // Answering first and opening afterwards: an editor is never kept waiting for plugins.
    private async Task Started()
    {
        Tell("starting", "looking for plugins");
        try
        {
            await session.Workspace;
            Tell("ready", session.Options.Trusted ? "ready" : "ready; nothing is run, because the folder is not trusted");
        }
        catch (Exception fault)
        {
            Tell("failed", fault.Message);
        }
    }

    private JsonNode? ShutDown()
    {
        _stage = Stage.ShutDown;
        return null;
    }

    private void Tell(string state, string message) => session.Connection.Notify(
        "codealchemy/status", new StatusParams(state, message, session.Options.Trusted), ProtocolJson.Default.StatusParams);

    private JsonObject Abilities()
    {
        var abilities = new JsonObject
        {
            ["positionEncoding"] = session.Encoding == PositionEncoding.Utf16 ? "utf-16" : "utf-8",
            ["textDocumentSync"] = new JsonObject { ["openClose"] = true, ["change"] = 2, ["save"] = false },
            ["codeLensProvider"] = new JsonObject { ["resolveProvider"] = false },
            ["codeActionProvider"] = new JsonObject { ["codeActionKinds"] = new JsonArray("quickfix", "source") },
            ["inlayHintProvider"] = new JsonObject { ["resolveProvider"] = false },
            ["hoverProvider"] = true,
            ["completionProvider"] = new JsonObject { ["triggerCharacters"] = new JsonArray(":", " ", ".", "{", "|", "/", "-") },
            ["definitionProvider"] = true,
            ["documentSymbolProvider"] = true,
            ["foldingRangeProvider"] = true,
            ["executeCommandProvider"] = new JsonObject
            {
                // A client with commands of its own would register the same names twice.
                ["commands"] = new JsonArray([.. session.Options.ClientCommands ? [] : CommandNames.All.Select(name => JsonValue.Create(name))]),
                ["workDoneProgress"] = true,
            },
            ["workspace"] = new JsonObject { ["workspaceFolders"] = new JsonObject { ["supported"] = true } },
        };
        if (session.Client.PullDiagnostics)
        {
            abilities["diagnosticProvider"] = new JsonObject { ["interFileDependencies"] = false, ["workspaceDiagnostics"] = false, ["identifier"] = "codealchemy" };
        }

        return abilities;
    }
}
