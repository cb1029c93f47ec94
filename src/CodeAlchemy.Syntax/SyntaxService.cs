using System.Collections.Concurrent;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax.Native;

namespace CodeAlchemy.Syntax;

/// <summary>Parses source texts with tree-sitter grammars. Thread-safe; keep one for the process.</summary>
public sealed class SyntaxService : IDisposable
{
    private readonly SyntaxOptions _options;
    private readonly GrammarStore _grammars;
    private readonly QueryCache _queries = new();
    private readonly ConcurrentBag<ParserHandle> _parsers = [];
    private volatile bool _disposed;

    /// <summary>Creates the service. Nothing is loaded before the first parse.</summary>
    public SyntaxService(SyntaxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _grammars = new GrammarStore(options.GrammarFolder);
    }

    /// <summary>Loads a grammar without parsing anything.</summary>
    /// <exception cref="ProblemException">The core or the grammar is missing, broken, or of an ABI that does not fit (exit 7).</exception>
    public void Check(GrammarReference grammar)
    {
        ArgumentNullException.ThrowIfNull(grammar);
        CoreLibrary.Ensure(_options.NativeFolder);
        _grammars.Get(grammar);
    }

    /// <summary>Parses a text. Unpaired surrogates are parsed as U+FFFD.</summary>
    /// <returns>The tree; <see langword="null"/> when the text is longer, or takes longer, than the options allow.</returns>
    /// <exception cref="ProblemException">The core or the grammar is missing, broken, or of an ABI that does not fit (exit 7).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ISyntaxTree? Parse(GrammarReference grammar, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ParseUtf8(grammar, Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    /// <summary>Parses a text given in UTF-8. The array must not change as long as the tree is used.</summary>
    /// <inheritdoc cref="Parse(GrammarReference, string, CancellationToken)"/>
    public SyntaxTree? ParseUtf8(GrammarReference grammar, byte[] utf8, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grammar);
        ArgumentNullException.ThrowIfNull(utf8);
        ObjectDisposedException.ThrowIf(_disposed, this);
        CoreLibrary.Ensure(_options.NativeFolder);
        var language = _grammars.Get(grammar);
        if (utf8.Length > _options.MaximumBytes)
        {
            return null;
        }

        var tree = WithParser(language, utf8, cancellationToken);
        return tree is null ? null : new SyntaxTree(tree, language, utf8, _queries, _options.TimeLimit);
    }

    /// <summary>Frees the parsers that are not in use. Trees live on.</summary>
    public void Dispose()
    {
        _disposed = true;
        while (_parsers.TryTake(out var parser))
        {
            parser.Dispose();
        }

        _queries.Dispose();
    }

    private TreeHandle? WithParser(nint language, byte[] utf8, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var parser = _parsers.TryTake(out var pooled) ? pooled : new ParserHandle();
        try
        {
            return Run(parser, language, utf8, cancellationToken);
        }
        finally
        {
            Return(parser);
        }
    }

    private unsafe TreeHandle? Run(ParserHandle parser, nint language, byte[] utf8, CancellationToken cancellationToken)
    {
        Core.ts_parser_set_language(parser, language);
        fixed (byte* text = utf8)
        {
            using var watch = new Watch(_options.TimeLimit, cancellationToken, text, utf8.Length);
            var tree = Core.ts_parser_parse_with_options(parser, 0, watch.Input, watch.Progress);
            if (!tree.IsInvalid)
            {
                return tree;
            }
        }

        // An interrupted parser would go on with the old text.
        Core.ts_parser_reset(parser);
        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    private void Return(ParserHandle parser)
    {
        if (_disposed)
        {
            parser.Dispose();
        }
        else
        {
            _parsers.Add(parser);
        }
    }
}
