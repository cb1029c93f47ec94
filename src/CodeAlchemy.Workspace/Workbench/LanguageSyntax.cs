using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Parses by language id. Thread-safe.</summary>
internal sealed class LanguageSyntax(PluginCatalog plugins, Lazy<SyntaxService> syntax) : ISyntaxCheck
{
    private readonly OutlineReader _outlines = new();

    /// <summary>Parses a text; <see langword="null"/> when its language has no grammar.</summary>
    public ISyntaxTree? Parse(string language, string text) =>
        plugins.FindLanguage(language)?.Grammar is { } grammar ? syntax.Value.Parse(grammar, text) : null;

    /// <summary>The outline of a text; empty when its language has no grammar or no outline.</summary>
    public SourceOutline Outline(string language, string text)
    {
        using var tree = Parse(language, text);
        return tree is null ? SourceOutline.Empty : _outlines.Read(plugins.FindLanguage(language)!, tree, text);
    }

    public SyntaxVerdict? Check(string language, string text)
    {
        using var tree = Parse(language, text);
        if (tree is null)
        {
            return null;
        }

        // Where a partial grammar finds an error there may be none.
        var definition = plugins.FindLanguage(language)!;
        return !tree.HasErrors || definition.Grammar!.IsPartial
            ? new SyntaxVerdict(false, 0, Imports(definition, tree, text))
            : new SyntaxVerdict(true, FirstError(tree.Root), []);
    }

    private ImmutableArray<string> Imports(LanguageDefinition language, ISyntaxTree tree, string text) =>
        ImportedLibraries.Of(language, _outlines.Read(language, tree, text));

    // Descends only where the error is, so it takes as many steps as the tree is deep.
    private static int FirstError(ISyntaxNode node)
    {
        while (node.Children.FirstOrDefault(child => child.HasError) is { } next)
        {
            node = next;
        }

        return node.Span.StartLine;
    }
}
