using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeAlchemy.LanguageServer.Protocol;

/// <summary>How messages are written and read, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(Empty))]
[JsonSerializable(typeof(CancelParams))]
[JsonSerializable(typeof(DocumentParams))]
[JsonSerializable(typeof(DocumentRangeParams))]
[JsonSerializable(typeof(DocumentPositionParams))]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(StatusParams))]
[JsonSerializable(typeof(LogMessageParams))]
[JsonSerializable(typeof(ProgressBegin))]
[JsonSerializable(typeof(ProgressReport))]
[JsonSerializable(typeof(ProgressEnd))]
[JsonSerializable(typeof(ProgressParams))]
[JsonSerializable(typeof(WorkDoneProgressParams))]
[JsonSerializable(typeof(RegistrationParams))]
[JsonSerializable(typeof(ExecuteCommandParams))]
[JsonSerializable(typeof(ApplyEditParams))]
[JsonSerializable(typeof(DidChangeWatchedFilesParams))]
[JsonSerializable(typeof(DidOpenParams))]
[JsonSerializable(typeof(DidChangeParams))]
[JsonSerializable(typeof(DidCloseParams))]
[JsonSerializable(typeof(CodeLens[]))]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(CodeAction[]))]
[JsonSerializable(typeof(InlayHint[]))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(FoldingRange[]))]
[JsonSerializable(typeof(PublishDiagnosticsParams))]
[JsonSerializable(typeof(DocumentDiagnosticReport))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(Location[]))]
[JsonSerializable(typeof(DocumentSymbol[]))]
[JsonSerializable(typeof(TraceParams))]
[JsonSerializable(typeof(TraceInfo))]
[JsonSerializable(typeof(StepsParams))]
[JsonSerializable(typeof(StepsResult))]
[JsonSerializable(typeof(StateParams))]
[JsonSerializable(typeof(StateResult))]
[JsonSerializable(typeof(RenderParams))]
[JsonSerializable(typeof(TextResult))]
[JsonSerializable(typeof(CasesResult))]
[JsonSerializable(typeof(PredictParams))]
[JsonSerializable(typeof(PredictionTask))]
[JsonSerializable(typeof(AnswerParams))]
[JsonSerializable(typeof(PredictionScore))]
[JsonSerializable(typeof(TracesChangedParams))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
