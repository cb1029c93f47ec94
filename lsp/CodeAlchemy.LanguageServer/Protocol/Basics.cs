using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Protocol;

// The parts of LSP 3.17 that this server speaks. Names and meanings are those of the specification.

/// <param name="Line">Line, from 0.</param>
/// <param name="Character">Offset in the line in units of the negotiated encoding, from 0.</param>
internal readonly record struct Position(int Line, int Character);

internal readonly record struct Range(Position Start, Position End)
{
    /// <summary>Whole lines, given from 1.</summary>
    public static Range OfLines(int first, int last) => new(new Position(first - 1, 0), new Position(last, 0));

    /// <summary>The beginning of a line, given from 1.</summary>
    public static Range AtLine(int line) => new(new Position(line - 1, 0), new Position(line - 1, 0));
}

internal sealed record Location(string Uri, Range Range);

internal sealed record TextEdit(Range Range, string NewText);

internal sealed record TextDocumentIdentifier(string Uri);

internal sealed record VersionedTextDocumentIdentifier(string Uri, int? Version = null);

internal sealed record TextDocumentEdit(VersionedTextDocumentIdentifier TextDocument, TextEdit[] Edits);

internal sealed record WorkspaceEdit
{
    public TextDocumentEdit[]? DocumentChanges { get; init; }

    public Dictionary<string, TextEdit[]>? Changes { get; init; }
}

internal sealed record Command(string Title, [property: System.Text.Json.Serialization.JsonPropertyName("command")] string Name, CommandArgument[]? Arguments);

/// <summary>What a command of a lens or an action is about (docs/lsp.md).</summary>
internal sealed record CommandArgument(string Uri)
{
    public string? Function { get; init; }

    /// <summary>Line of the function, from 1.</summary>
    public int? Line { get; init; }

    public string? Strategy { get; init; }
}

internal sealed record MarkupContent(string Value)
{
    public string Kind { get; } = "markdown";
}

internal sealed record DocumentParams(TextDocumentIdentifier TextDocument);

internal sealed record DocumentRangeParams(TextDocumentIdentifier TextDocument, Range Range);

internal sealed record DocumentPositionParams(TextDocumentIdentifier TextDocument, Position Position);

internal sealed record CancelParams(JsonElement Id);

internal sealed record Empty;
