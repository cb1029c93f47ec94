using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax.Native;

namespace CodeAlchemy.Syntax;

/// <summary>A parsed text. Reading is thread-safe; after disposal its nodes throw <see cref="ObjectDisposedException"/>.</summary>
public sealed unsafe class SyntaxTree : ISyntaxTree
{
    private readonly TreeHandle _handle;
    private readonly nint _language;
    private readonly QueryCache _queries;
    private readonly TimeSpan _limit;

    internal SyntaxTree(TreeHandle handle, nint language, ReadOnlyMemory<byte> utf8, QueryCache queries, TimeSpan limit)
    {
        _handle = handle;
        _language = language;
        _queries = queries;
        _limit = limit;
        Utf8 = utf8;
    }

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <inheritdoc/>
    public ISyntaxNode Root
    {
        get
        {
            using var lease = Lease();
            return Wrap(Core.ts_tree_root_node(_handle))!;
        }
    }

    /// <inheritdoc/>
    public bool HasErrors => Root.HasError;

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The query took longer than the service allows.</exception>
    public IReadOnlyList<SyntaxCapture> Query(string query) =>
        [.. Matches(query).SelectMany((match, number) =>
            match.Captures.Select(c => new SyntaxCapture(c.Name, number, match.Pattern, c.Node)))];

    /// <summary>Runs a query and gives its matches in the order of their text, predicates applied.</summary>
    /// <exception cref="FormatException">The query is not valid for the grammar; the message has line and column.</exception>
    /// <exception cref="TimeoutException">The query took longer than the service allows.</exception>
    public IReadOnlyList<SyntaxMatch> Matches(string query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var lease = Lease();
        return _queries.Get(_language, query).Run(this, Core.ts_tree_root_node(_handle), _limit, cancellationToken);
    }

    /// <summary>All nodes, parents before children, without recursion: depth costs no stack.</summary>
    public IEnumerable<ISyntaxNode> Walk() => new NodeWalk(this);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    internal TreeLease Lease() => new(_handle);

    internal SyntaxNode? Wrap(NativeNode node) => node.IsNull ? null : new SyntaxNode(this, node);

    internal IReadOnlyList<ISyntaxNode> ChildrenOf(NativeNode node)
    {
        using var lease = Lease();
        var children = new List<ISyntaxNode>();
        var cursor = Core.ts_tree_cursor_new(node);
        try
        {
            for (var more = Core.ts_tree_cursor_goto_first_child(&cursor); more != 0; more = Core.ts_tree_cursor_goto_next_sibling(&cursor))
            {
                children.Add(Wrap(Core.ts_tree_cursor_current_node(&cursor))!);
            }
        }
        finally
        {
            Core.ts_tree_cursor_delete(&cursor);
        }

        return children;
    }

    internal NativeNode NativeRoot() => Core.ts_tree_root_node(_handle);
}
