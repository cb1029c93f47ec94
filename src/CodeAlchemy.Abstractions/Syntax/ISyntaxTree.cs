namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>A parsed source text. Reading is thread-safe; disposing of it ends all its nodes.</summary>
public interface ISyntaxTree : IDisposable
{
    /// <summary>The root node.</summary>
    ISyntaxNode Root { get; }

    /// <summary>Whether the tree holds an error.</summary>
    bool HasErrors { get; }

    /// <summary>Runs a query in tree-sitter's language, predicates applied.</summary>
    /// <exception cref="FormatException">The query is not valid for the grammar; the message has line and column.</exception>
    IReadOnlyList<SyntaxCapture> Query(string query);
}
