using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Testing;

/// <summary>A tree of one node without errors, for tests in which syntax does not matter. Immutable.</summary>
internal sealed class BareTree : ISyntaxTree, ISyntaxNode
{
    public ISyntaxNode Root => this;

    public bool HasErrors => false;

    public string Kind => "program";

    public bool IsNamed => true;

    public bool HasError => false;

    public SourceSpan Span => default;

    public string Text => "";

    public ISyntaxNode? Parent => null;

    public IEnumerable<ISyntaxNode> Children => [];

    public IReadOnlyList<SyntaxCapture> Query(string query) => [];

    public ISyntaxNode? Field(string name) => null;

    public void Dispose()
    {
    }
}
