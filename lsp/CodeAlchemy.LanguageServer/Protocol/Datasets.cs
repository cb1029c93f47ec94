using System.Text.Json;

namespace CodeAlchemy.LanguageServer.Protocol;

// Custom requests about runs, rows and their review (docs/lsp.md).

internal sealed record RunsResult(RunInfo[] Runs);

internal sealed record RunInfo(string Run, string Name, string State, long Rows, long Rejects)
{
    public required GroupInfo[] Groups { get; init; }

    public required ReasonInfo[] Reasons { get; init; }

    public required ReviewedInfo Reviewed { get; init; }

    /// <summary>What could not be used of the review journal.</summary>
    public required string[] Issues { get; init; }
}

internal sealed record GroupInfo(string Strategy, long Rows);

internal sealed record ReasonInfo(string Reason, long Count);

internal sealed record ReviewedInfo(long Accepted, long Edited, long Rejected, long Skipped, long Flagged, long Undecided, long Stale);

internal sealed record RowsParams(string Run)
{
    public string? Strategy { get; init; }

    public string? Language { get; init; }

    public string? Decision { get; init; }

    public bool? Flagged { get; init; }

    public string? Text { get; init; }

    public string? Cursor { get; init; }

    public int? Count { get; init; }
}

internal sealed record RowsResult(RowInfo[] Rows, string? Next, long? Total);

internal sealed record RowInfo(string Id, string Strategy, string Task, string Language, string Source, string Title, string Decision, bool Flagged, string Digest)
{
    public string? Reason { get; init; }
}

internal sealed record RowParams(string Run, string Id);

internal sealed record RowResult(JsonElement Row, RowInfo Info)
{
    public MessageInfo[]? Edited { get; init; }

    public SourceInfo? Source { get; init; }

    public string? Trace { get; init; }

    public required CheckInfo[] Verification { get; init; }
}

internal sealed record MessageInfo(string Role, string Content, string? Reasoning = null);

internal sealed record SourceInfo(string Path, string Language, string Text);

internal sealed record CheckInfo(string Method, string Status, string? Evidence);

internal sealed record RejectsParams(string Run, string? Reason = null, string? Cursor = null, int? Count = null);

internal sealed record RejectsResult(RejectInfo[] Rejects, string? Next, long Total);

internal sealed record RejectInfo(string Path, string? Strategy, string Stage, string Reason, string Detail);

internal sealed record DecideParams(string Run, string Id, string Decision)
{
    public string? Reason { get; init; }

    public MessageInfo[]? Messages { get; init; }

    /// <summary>Digest of the row that was shown: a decision about a row that changed since is refused.</summary>
    public string? Digest { get; init; }
}

internal sealed record RunParams(string Run);

internal sealed record UndoResult(RowInfo? Row, bool CanUndo, bool CanRedo);

internal sealed record ExportParams(string Run, string Output)
{
    public bool Accepted { get; init; }

    public bool Force { get; init; }
}

internal sealed record ExportResult(long Rows, long Edited, string Output);

internal sealed record GenerateParams(TextDocumentIdentifier TextDocument, string Strategy)
{
    public string? Function { get; init; }

    public int? Line { get; init; }

    public int? Turns { get; init; }

    public string? Mode { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record GenerateResult(string Run, RowInfo[] Rows, RejectInfo[] Rejects);

internal sealed record StartRunParams(string Manifest)
{
    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record StartRunResult(string Run, string State, long Rows, long Rejects, string? Problem);

internal sealed record ReviewsChangedParams(string Run);

internal sealed record PluginsResult(PluginInfo[] Plugins);

internal sealed record PluginInfo(string Id, string Kind, string Name, string? Version, string Layer, string State, string? Detail);

internal sealed record InstallParams(string Source)
{
    public bool Consent { get; init; }

    public bool User { get; init; }
}

internal sealed record InstallResult(InstalledInfo? Installed, ConsentInfo? Question);

internal sealed record InstalledInfo(string Id, string? Version);

internal sealed record ConsentInfo(string Text, string[] Runs, string[] Needs);
