using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Protocol;

internal sealed record InitializeParams
{
    public int? ProcessId { get; init; }

    public string? RootUri { get; init; }

    public WorkspaceFolder[]? WorkspaceFolders { get; init; }

    public JsonElement? Capabilities { get; init; }

    public ServerOptions? InitializationOptions { get; init; }
}

internal sealed record WorkspaceFolder(string Uri, string Name);

/// <summary>What a client may say about itself (docs/lsp.md).</summary>
internal sealed record ServerOptions
{
    /// <summary>Whether the user trusts the folder: without it nothing is executed.</summary>
    public bool Trusted { get; init; }

    /// <summary>Whether values are shown at the ends of lines; they are unless it says no.</summary>
    public bool? InlayValues { get; init; }

    /// <summary>Isolation of programs: strict, standard or none.</summary>
    public string? Isolation { get; init; }

    /// <summary>Whether commands carry the client's own command names, which a client with views of its own handles.</summary>
    public bool ClientCommands { get; init; }
}

internal sealed record InitializeResult(JsonObject Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record StatusParams(string State, string Message, bool Trusted);

internal sealed record LogMessageParams(int Type, string Message);

internal sealed record ProgressBegin(string Title, bool Cancellable)
{
    public string Kind { get; } = "begin";
}

internal sealed record ProgressReport(string Message)
{
    public string Kind { get; } = "report";
}

internal sealed record ProgressEnd(string? Message)
{
    public string Kind { get; } = "end";
}

internal sealed record ProgressParams(JsonNode Token, JsonNode Value);

internal sealed record WorkDoneProgressParams(JsonNode Token);

internal sealed record RegistrationParams(Registration[] Registrations);

internal sealed record Registration(string Id, string Method, JsonNode? RegisterOptions);

internal sealed record ExecuteCommandParams
{
    public required string Command { get; init; }

    public JsonElement[]? Arguments { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record ApplyEditParams(string? Label, WorkspaceEdit Edit);

internal sealed record DidChangeWatchedFilesParams(FileEvent[] Changes);

internal sealed record FileEvent(string Uri, int Type);
