using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

/// <summary>A node of a syntax tree made by hand.</summary>
internal sealed class Node(string kind, bool isNamed, SourceSpan span, string text, Node? parent) : ISyntaxNode
{
    private readonly List<Node> _children = [];

    public string Kind => kind;

    public bool IsNamed => isNamed;

    public bool HasError => false;

    public SourceSpan Span => span;

    public string Text => text;

    public ISyntaxNode? Parent => parent;

    public IEnumerable<ISyntaxNode> Children => _children;

    public ISyntaxNode? Field(string name) => null;

    /// <summary>The tree of a version of the program: its two comparisons and nothing else.</summary>
    internal sealed class Tree : ISyntaxTree
    {
        private readonly Node _root;

        public Tree(string text, bool hasErrors)
        {
            HasErrors = hasErrors;
            _root = new Node("module", true, new SourceSpan(0, text.Length, 1, 1), text, null);
            var lines = text.Split('\n');
            for (var (line, start) = (1, 0); line <= lines.Length; start += lines[line - 1].Length + 1, line++)
            {
                if (lines[line - 1].Trim().Split(' ') is ["if", "score", var token, _])
                {
                    var at = start + lines[line - 1].IndexOf(token, StringComparison.Ordinal);
                    var span = new SourceSpan(at, at + token.Length, line, line);
                    var comparison = new Node("comparison_operator", true, span, token, _root);
                    comparison._children.Add(new Node(token, false, span, token, comparison));
                    _root._children.Add(comparison);
                }
            }
        }

        public ISyntaxNode Root => _root;

        public bool HasErrors { get; }

        public IReadOnlyList<SyntaxCapture> Query(string query) => [];

        public void Dispose()
        {
        }
    }
}
