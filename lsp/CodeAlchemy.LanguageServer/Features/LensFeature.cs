using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.Workspace.Editing;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>What can be done with a file and with each of its functions, as lenses and as actions.</summary>
internal sealed class LensFeature(Session session, SourceCache sources, PredictionFeature predictions)
{
    public void Register(Router router)
    {
        router.ReadMany("textDocument/codeLens", ProtocolJson.Default.DocumentParams, ProtocolJson.Default.CodeLensArray, Lenses);
    }

    private async Task<IEnumerable<CodeLens>> Lenses(DocumentParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        if (await sources.Describe(document) is not { CanTrace: true } source)
        {
            return [];
        }

        var calls = predictions.Shown(document)?.Attempt.Trace?.Calls ?? [];
        var makes = (await session.Workspace).Editor.Actions;
        return Commands(document, null, makes).Select(command => new CodeLens(Protocol.Range.AtLine(1), command))
            .Concat(source.Functions.SelectMany(function => Commands(document, function, makes)
                .Concat(calls.Where(call => call.Function == function).Select(call => Called(document, call)))
                .Select(command => new CodeLens(Protocol.Range.AtLine(function.StartLine), command))));
    }

    /// <summary>The same as actions, for the function around a line, from 0, and for the file.</summary>
    public async Task<IReadOnlyList<CodeAction>> Actions(Document document, int line)
    {
        if (await sources.Describe(document) is not { CanTrace: true } source)
        {
            return [];
        }

        var function = source.FunctionAt(line + 1);
        var makes = (await session.Workspace).Editor.Actions;
        return
        [
            .. (function is null ? [] : Commands(document, function, makes)).Concat(Commands(document, null, makes))
                .Select(command => new CodeAction(command.Title, "source.codealchemy") { Command = command }),
        ];
    }

    private static IEnumerable<Command> Commands(Document document, SourceFunction? function, IEnumerable<(string Label, string Strategy)> makes)
    {
        var of = function is null ? "file" : function.Name;
        yield return Make(function is null ? "▶ Trace file" : "▶ Trace", CommandNames.Trace, document, function, null);
        yield return Make(function is null ? $"Predict {of}" : "Predict", CommandNames.Predict, document, function, null);
        foreach (var (title, strategy) in makes)
        {
            yield return Make(title, CommandNames.Generate, document, function, strategy);
        }
    }

    private static Command Called(Document document, FunctionCalls call) => Make(
        $"called {ValueText.Times(call.Count)}" + (call.LastReturned is { } value && value.Text.Length <= 40 ? $", last → {value.Text}" : ""),
        CommandNames.Trace, document, call.Function, null);

    private static Command Make(string title, string name, Document document, SourceFunction? function, string? strategy) =>
        new(title, name, [new CommandArgument(document.Uri) { Function = function?.Name, Line = function?.StartLine, Strategy = strategy }]);
}
