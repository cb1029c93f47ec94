using System.Collections.Concurrent;
using System.Text.Json;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>
/// One client's session: its documents, what it can do, and the workspace, which opens in the background. Documents change on the reading
/// thread only; everything may be read from anywhere.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly WorkspaceOptions _options;
    private readonly ConcurrentStack<Lazy<Task<AlchemyWorkspace>>> _workspaces = new();
    private volatile Snapshot _documents = Snapshot.Nothing;

    public Session(WorkspaceOptions options, Connection connection)
    {
        (_options, Connection) = (options, connection);
        Reopen();
    }

    public Connection Connection { get; }

    /// <summary>The open documents.</summary>
    public Snapshot Documents
    {
        get => _documents;
        set => _documents = value;
    }

    public PositionEncoding Encoding { get; private set; }

    public ServerOptions Options { get; private set; } = new();

    public ClientAbilities Client { get; private set; } = new();

    /// <summary>Folder of the project.</summary>
    public string Project { get; private set; } = Directory.GetCurrentDirectory();

    /// <summary>Folder of the installation.</summary>
    public string Root => _options.Root;

    /// <summary>The workspace; the first call opens it.</summary>
    public Task<AlchemyWorkspace> Workspace => _workspaces.TryPeek(out var newest) ? newest.Value : throw new InvalidOperationException();

    /// <summary>Lets requests that come from now on see plugins as they are now; those that run keep what they have.</summary>
    public void Reopen() => _workspaces.Push(new Lazy<Task<AlchemyWorkspace>>(() => Task.Run(Open)));

    /// <summary>Isolation of programs.</summary>
    /// <exception cref="RpcException">The client named one that there is not.</exception>
    public IsolationLevel Isolation => Options.Isolation switch
    {
        null or "strict" => IsolationLevel.Strict,
        "standard" => IsolationLevel.Standard,
        "none" => IsolationLevel.None,
        var other => throw new RpcException(RpcError.InvalidParams, $"There is no isolation '{other}': strict, standard or none."),
    };

    /// <summary>Takes in what the client says of itself.</summary>
    public void Initialize(InitializeParams parameters)
    {
        Options = parameters.InitializationOptions ?? new ServerOptions();
        Client = ClientAbilities.Of(parameters.Capabilities ?? default);
        Encoding = Client.Utf16 ? PositionEncoding.Utf16 : PositionEncoding.Utf8;
        var root = parameters.WorkspaceFolders is [var first, ..] ? first.Uri : parameters.RootUri;
        if (root is not null && DocumentUri.IsFile(root) && Directory.Exists(DocumentUri.ToPath(root)))
        {
            Project = DocumentUri.ToPath(root);
        }
    }

    /// <summary>Refuses to run anything in a folder that the user doesn't trust.</summary>
    /// <exception cref="RpcException">The client did not say that the folder is trusted.</exception>
    public void RequireTrust()
    {
        if (!Options.Trusted)
        {
            throw new RpcException(
                RpcError.RequestFailed,
                "Nothing is run in a folder that is not trusted. Trust it in the editor, which then starts the server with initializationOptions.trusted.");
        }
    }

    public void Dispose()
    {
        foreach (var workspace in _workspaces.Where(w => w.IsValueCreated && w.Value.IsCompletedSuccessfully))
        {
            workspace.Value.Result.Dispose();
        }
    }

    private AlchemyWorkspace Open()
    {
        var workspace = AlchemyWorkspace.Open(_options with { Project = Project });
        foreach (var diagnostic in workspace.PluginDiagnostics)
        {
            Connection.Log(2, $"{diagnostic.Location}: {diagnostic.Message} {diagnostic.Remedy}");
        }

        return workspace;
    }
}

/// <summary>What the client can do.</summary>
internal sealed record ClientAbilities
{
    public bool Utf16 { get; init; } = true;

    public bool Progress { get; init; }

    public bool PullDiagnostics { get; init; }

    public bool RefreshesInlays { get; init; }

    public bool RefreshesLenses { get; init; }

    public bool RefreshesDiagnostics { get; init; }

    public bool VersionedEdits { get; init; }

    public bool Snippets { get; init; }

    public static ClientAbilities Of(JsonElement capabilities)
    {
        var encodings = Find(capabilities, "general", "positionEncodings");
        var known = encodings.ValueKind == JsonValueKind.Array ? encodings.EnumerateArray().Select(e => e.ToString()).ToList() : [];
        return new ClientAbilities
        {
            Utf16 = known.Count == 0 || known.Contains("utf-16") || !known.Contains("utf-8"),
            Progress = Is(capabilities, "window", "workDoneProgress"),
            PullDiagnostics = Find(capabilities, "textDocument", "diagnostic").ValueKind == JsonValueKind.Object,
            RefreshesInlays = Is(capabilities, "workspace", "inlayHint", "refreshSupport"),
            RefreshesLenses = Is(capabilities, "workspace", "codeLens", "refreshSupport"),
            RefreshesDiagnostics = Is(capabilities, "workspace", "diagnostics", "refreshSupport"),
            VersionedEdits = Is(capabilities, "workspace", "workspaceEdit", "documentChanges"),
            Snippets = Is(capabilities, "textDocument", "completion", "completionItem", "snippetSupport"),
        };
    }

    private static bool Is(JsonElement element, params ReadOnlySpan<string> path) => Find(element, path).ValueKind == JsonValueKind.True;

    private static JsonElement Find(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }
}
