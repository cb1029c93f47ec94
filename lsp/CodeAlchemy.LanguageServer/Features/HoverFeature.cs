using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>What stands under the pointer.</summary>
internal sealed class HoverFeature(ValuesFeature values)
{
    public void Register(Router router) => router.Read<DocumentPositionParams, Hover?>(
        "textDocument/hover", ProtocolJson.Default.DocumentPositionParams, ProtocolJson.Default.Hover!,
        (parameters, scope) => values.Hover(scope.Document(parameters.TextDocument.Uri), parameters.Position));
}
