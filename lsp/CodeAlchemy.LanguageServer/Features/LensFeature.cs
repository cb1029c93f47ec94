using System.Text.Json.Nodes;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Editing;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>What can be done with a file and with each of its functions, as lenses and as actions.</summary>
internal sealed class LensFeature(SourceCache sources, TraceStore traces)
{
    private static readonly (string Title, string Strategy)[] Makes = [("Questions", "code-qa"), ("Task", "code-dev"), ("Dialogue", "code-dialogue")];

    public void Register(Router router)
    {
        router.Read("textDocument/codeLens", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.CodeLensArray, Lenses);
        router.Read("textDocument/codeAction", ProtocolJson.Default.CodeActionParams, ProtocolJson.Default.CodeActionArray, Actions);
    }

    private async Task<CodeLens[]> Lenses(DocumentParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        if (await sources.Describe(document) is not { CanTrace: true } source)
        {
            return [];
        }

        var calls = traces.Of(document)?.Attempt.Trace?.Calls ?? [];
        return
        [
            .. Commands(document, null).Select(command => new CodeLens(Protocol.Range.AtLine(1), command)),
            .. source.Functions.SelectMany(function => Commands(document, function)
                .Concat(calls.Where(call => call.Function == function).Select(call => Called(document, call)))
                .Select(command => new CodeLens(Protocol.Range.AtLine(function.StartLine), command))),
        ];
    }

    private async Task<CodeAction[]> Actions(CodeActionParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        var only = parameters.Context.Only;
        if (only is not null && !only.Any(kind => kind is "source" or "" || kind.StartsWith("source.codealchemy", StringComparison.Ordinal)))
        {
            return [];
        }

        if (await sources.Describe(document) is not { CanTrace: true } source)
        {
            return [];
        }

        var function = source.FunctionAt(parameters.Range.Start.Line + 1);
        return
        [
            .. (function is null ? [] : Commands(document, function)).Concat(Commands(document, null))
                .Select(command => new CodeAction(command.Title, "source.codealchemy") { Command = command }),
        ];
    }

    private static IEnumerable<Command> Commands(Document document, SourceFunction? function)
    {
        var of = function is null ? "file" : function.Name;
        yield return Make(function is null ? "▶ Trace file" : "▶ Trace", CommandNames.Trace, document, function, null);
        yield return Make(function is null ? $"Predict {of}" : "Predict", CommandNames.Predict, document, function, null);
        foreach (var (title, strategy) in Makes)
        {
            yield return Make(title, CommandNames.Generate, document, function, strategy);
        }
    }

    private static Command Called(Document document, FunctionCalls call) => Make(
        $"called {ValueText.Times(call.Count)}" + (call.LastReturned is { } value && value.Text.Length <= 40 ? $", last → {value.Text}" : ""),
        CommandNames.Trace, document, call.Function, null);

    private static Command Make(string title, string name, Document document, SourceFunction? function, string? strategy)
    {
        var argument = new JsonObject { ["uri"] = document.Uri };
        if (function is not null)
        {
            argument["function"] = function.Name;
            argument["line"] = function.StartLine;
        }

        if (strategy is not null)
        {
            argument["strategy"] = strategy;
        }

        return new Command(title, name, [argument]);
    }
}
