using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax;
using CodeAlchemy.Syntax.Tests;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>Parses with the real grammars.</summary>
internal static class RealGrammars
{
    private static readonly Lazy<SyntaxService> Syntax = new(Grammars.Service);

    /// <summary>The tree of a file.</summary>
    public static ISyntaxTree? Parse(SourceFile file) =>
        Syntax.Value.Parse(new GrammarReference($"tree-sitter-{file.Language}", $"tree_sitter_{file.Language}"), file.Text, CancellationToken.None);
}
