using System.Text.Json;

namespace CodeAlchemy.LanguageServer.Protocol;

// Custom requests about traces (docs/lsp.md).

internal sealed record TraceParams(TextDocumentIdentifier TextDocument)
{
    /// <summary>Arguments of the program.</summary>
    public string[]? Arguments { get; init; }

    /// <summary>Its standard input.</summary>
    public string? Stdin { get; init; }

    /// <summary>A case of the sidecar.</summary>
    public string? Case { get; init; }

    /// <summary>Where progress goes, if the client gave a token.</summary>
    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record TraceInfo
{
    /// <summary>Names the trace in the requests that follow; it lives until the document is closed or traced again.</summary>
    public required string Trace { get; init; }

    public required string Uri { get; init; }

    /// <summary>The version of the document that was run.</summary>
    public required int Version { get; init; }

    public required string Language { get; init; }

    public required string Status { get; init; }

    public int? ExitCode { get; init; }

    public int Steps { get; init; }

    public bool Truncated { get; init; }

    public required string Stdout { get; init; }

    public required string Stderr { get; init; }

    public required string[] Notes { get; init; }

    public required ExceptionInfo[] Exceptions { get; init; }
}

internal sealed record ExceptionInfo(string Type, string? Message, int Line, int CaughtLine);

internal sealed record StepsParams(string Trace, int From, int Count);

internal sealed record StepsResult(int Total, StepInfo[] Steps);

internal sealed record StepInfo(int Step, string Kind, int Line)
{
    public string? File { get; init; }

    public int Frame { get; init; }

    public int Depth { get; init; }

    public string? Function { get; init; }

    public VariableInfo[]? Set { get; init; }

    public string? Value { get; init; }

    public string? Exception { get; init; }

    public string? Text { get; init; }
}

internal sealed record VariableInfo(string Name, string Type, string Value)
{
    public bool Changed { get; init; }

    /// <summary>Number of a shared reference; two variables with the same number are one object.</summary>
    public int? Alias { get; init; }
}

internal sealed record StateParams(string Trace, int Step);

internal sealed record StateResult(int Step, int Total, string Kind, int Line, FrameInfo[] Frames, string Stdout, string Stderr)
{
    public string? Value { get; init; }

    public string? Exception { get; init; }
}

internal sealed record FrameInfo(int Frame, string Function, int Line, string? File, VariableInfo[] Variables);

internal sealed record RenderParams(string Trace, string Rendering);

internal sealed record TextResult(string Text);

internal sealed record CasesResult(string[] Cases);

internal sealed record PredictParams(TextDocumentIdentifier TextDocument)
{
    /// <summary><c>output</c> or <c>trace</c>.</summary>
    public required string Kind { get; init; }

    public string[]? Arguments { get; init; }

    public string? Stdin { get; init; }

    public string? Case { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record PredictionTask(string Prediction, string Kind, string Question, string Template);

internal sealed record AnswerParams(string Prediction, string Answer);

internal sealed record PredictionParams(string Prediction);

internal sealed record ModelAnswer(string Answer);

internal sealed record PredictionScore(bool ExactMatch, double Rouge2, int FirstDivergentStep, string Expected, TraceInfo Trace);

internal sealed record TracesChangedParams(string Uri, string? Trace);
