using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>What the last run of a source says of its lines: exceptions, parts that were not reached, messages of the compiler.</summary>
internal sealed partial class TraceDiagnostics(Session session, PredictionFeature predictions) : IDiagnosticSource
{
    private const int Error = 1;
    private const int Warning = 2;
    private const int Information = 3;
    private const int Hint = 4;
    private static readonly int[] Unnecessary = [1];

    public Task<IReadOnlyList<Diagnostic>> Find(Document document, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Diagnostic>>(predictions.Shown(document) is { } stored ? [.. Of(stored, document)] : []);

    private IEnumerable<Diagnostic> Of(StoredTrace stored, Document document)
    {
        if (stored.Attempt.Trace is not { } trace)
        {
            return Compiler(stored, document);
        }

        var thrown = trace.Exceptions.Where(e => e.Line > 0)
            .GroupBy(e => (e.Line, e.Type, Caught: e.CaughtLine > 0))
            .Select(group => Thrown(group.First(), group.Count(), document));
        var unreached = trace.Unreached.Select(part => Make(
            document, part.First, part.Last, Hint, "not-reached", "The last run did not come here.", Unnecessary));
        return thrown.Concat(unreached);
    }

    private Diagnostic Thrown(Grounded.Questions.RaisedException exception, int count, Document document)
    {
        var what = exception.Message is { Length: > 0 } message ? $"{exception.Type}: {message}" : exception.Type;
        var often = count > 1 ? $" ({ValueText.Times(count)})" : "";
        return exception.CaughtLine > 0
            ? Make(document, exception.Line, exception.Line, Information, "exception-caught", $"{what}{often}; caught at line {exception.CaughtLine}", null)
            : Make(document, exception.Line, exception.Line, Warning, "exception-uncaught", $"{what}{often}; nothing caught it", null);
    }

    private IEnumerable<Diagnostic> Compiler(StoredTrace stored, Document document)
    {
        var messages = Encoding.UTF8.GetString(stored.Attempt.Result.Stderr.AsSpan());
        var placed = stored.Attempt.Result.Status == ExecutionStatus.CompileError
            ? CompilerMessage().Matches(messages).Select(match => (
                Line: int.Parse(match.Groups["line"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), Text: match.Groups["text"].Value.Trim())).ToList()
            : [];
        return placed.Count > 0
            ? placed.Where(m => m.Line >= 1 && m.Line <= document.Lines.Count).Take(50).Select(m => Make(document, m.Line, m.Line, Error, "compile-error", m.Text, null))
            : [Make(document, 1, 1, Error, stored.Attempt.Result.Status.ToId(), stored.Attempt.Failure ?? "The program did not start.", null)];
    }

    private Diagnostic Make(Document document, int first, int last, int severity, string code, string message, int[]? tags)
    {
        var indent = document.Lines.Line(first - 1).Length - document.Lines.Line(first - 1).TrimStart().Length;
        return new Diagnostic(new Protocol.Range(document.Lines.FromUtf16(first - 1, indent), document.Lines.EndOf(last - 1)), severity, code, message)
        {
            Tags = tags,
            CodeDescription = new CodeDescription(DocumentUri.OfPath(Path.Combine(session.Root, "docs", "lsp.md")) + "#diagnostics"),
        };
    }

    // file:line: or file:line:column: or file(line,column): and then an error.
    [GeneratedRegex(@"^\S+?[:(](?<line>\d{1,7})(?:[:,]\d+)?\)?:\s*(?:fatal )?error\b:?(?<text>.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CompilerMessage();
}
