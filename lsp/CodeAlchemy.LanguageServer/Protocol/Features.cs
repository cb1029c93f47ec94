using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Protocol;

internal sealed record CodeLens(Range Range, Command Command);

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext Context);

internal sealed record CodeActionContext(JsonElement[]? Diagnostics = null, string[]? Only = null);

internal sealed record CodeAction(string Title, string Kind)
{
    public Diagnostic[]? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }

    public WorkspaceEdit? Edit { get; init; }

    public Command? Command { get; init; }
}

internal sealed record InlayHint(Position Position, string Label)
{
    public MarkupContent? Tooltip { get; init; }

    public bool PaddingLeft { get; init; } = true;
}

internal sealed record Hover(MarkupContent Contents, Range? Range);

internal sealed record FoldingRange(int StartLine, int EndLine)
{
    public string? Kind { get; init; }

    public string? CollapsedText { get; init; }
}

internal sealed record Diagnostic(Range Range, int Severity, string Code, string Message)
{
    public CodeDescription? CodeDescription { get; init; }

    public string Source { get; } = "codealchemy";

    public int[]? Tags { get; init; }

    public JsonNode? Data { get; init; }
}

internal sealed record CodeDescription(string Href);

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, Diagnostic[] Diagnostics);

internal sealed record DocumentDiagnosticReport(Diagnostic[] Items)
{
    public string Kind { get; } = "full";
}

internal sealed record CompletionItem(string Label, int Kind)
{
    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public int? InsertTextFormat { get; init; }

    public TextEdit? TextEdit { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }
}

internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);

internal sealed record DocumentSymbol(string Name, int Kind, Range Range, Range SelectionRange)
{
    public string? Detail { get; init; }

    public DocumentSymbol[]? Children { get; init; }
}

internal sealed record PreviewParams(TextDocumentIdentifier TextDocument, string Source);

internal sealed record PreviewResult(string? Text, string? Fault, string[] Placeholders);
