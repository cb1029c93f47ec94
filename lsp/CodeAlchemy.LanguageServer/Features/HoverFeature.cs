using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>What stands under the pointer: a variable of a program, or a word of a document.</summary>
internal sealed class HoverFeature(ValuesFeature values, DocumentFeature documents)
{
    public void Register(Router router) => router.Read<DocumentPositionParams, Hover?>(
        "textDocument/hover",
        ProtocolJson.Default.DocumentPositionParams,
        ProtocolJson.Default.Hover!,
        async (parameters, scope) =>
        {
            var document = scope.Document(parameters.TextDocument.Uri);
            return values.Hover(document, parameters.Position) ?? await documents.Hover(document, parameters.Position, scope.Token);
        });
}
