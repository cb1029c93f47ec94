using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Values of the last run: at the ends of lines, and over time for the variable under the pointer.</summary>
internal sealed class ValuesFeature(Session session, PredictionFeature predictions)
{
    public void Register(Router router)
    {
        router.ReadMany("textDocument/inlayHint", ProtocolJson.Default.DocumentRangeParams, ProtocolJson.Default.InlayHintArray, Inlays);
    }

    /// <summary>The values of a variable over time; <see langword="null"/> when there is none at the position, or its values are hidden.</summary>
    public Hover? Hover(Document document, Position position)
    {
        if (predictions.Shown(document) is not { Attempt.Trace: { } trace } || Word(document, position) is not { } word)
        {
            return null;
        }

        var moments = trace.History(word.Name, position.Line + 1);
        return moments.Count == 0 ? null : new Hover(new MarkupContent(ValueText.Timeline(word.Name, moments)), word.Range);
    }

    private Task<IEnumerable<InlayHint>> Inlays(DocumentRangeParams parameters, RequestScope scope)
    {
        var document = scope.Document(parameters.TextDocument.Uri);
        if (session.Options.InlayValues == false || predictions.Shown(document) is not { Attempt.Trace: { } trace })
        {
            return Task.FromResult<IEnumerable<InlayHint>>([]);
        }

        return Task.FromResult(
            trace.Lines.Values
                .Where(record => record.Line - 1 >= parameters.Range.Start.Line && record.Line - 1 <= parameters.Range.End.Line && record.Line <= document.Lines.Count)
                .Where(record => !record.Variables.IsEmpty || record.Returned is not null)
                .Select(record => new InlayHint(document.Lines.EndOf(record.Line - 1), ValueText.Label(record)) { Tooltip = new MarkupContent(ValueText.Tooltip(record)) }));
    }

    private static (string Name, Protocol.Range Range)? Word(Document document, Position position)
    {
        var line = document.Lines.Line(position.Line).ToString();
        var at = document.Lines.Utf16Column(position);
        var (start, end) = (at, at);
        while (start > 0 && IsPart(line[start - 1]))
        {
            start--;
        }

        while (end < line.Length && IsPart(line[end]))
        {
            end++;
        }

        if (start == end)
        {
            return null;
        }

        // Some languages' variables begin with a sign, and their tracers name them as the source does.
        var sign = start > 0 && line[start - 1] is '$' or '@' or '%' ? 1 : 0;
        return (line[(start - sign)..end], new Protocol.Range(document.Lines.FromUtf16(position.Line, start - sign), document.Lines.FromUtf16(position.Line, end)));
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c);
}
