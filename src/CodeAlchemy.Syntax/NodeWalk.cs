using System.Collections;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax.Native;

namespace CodeAlchemy.Syntax;

/// <summary>A pre-order walk over a tree with one native cursor.</summary>
internal sealed class NodeWalk(SyntaxTree tree) : IEnumerable<ISyntaxNode>
{
    public IEnumerator<ISyntaxNode> GetEnumerator() => new Enumerator(tree);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed unsafe class Enumerator : IEnumerator<ISyntaxNode>
    {
        private readonly SyntaxTree _tree;
        private NativeCursor _cursor;
        private bool _started;
        private bool _disposed;
        private SyntaxNode? _current;

        public Enumerator(SyntaxTree tree)
        {
            _tree = tree;
            using var lease = tree.Lease();
            _cursor = Core.ts_tree_cursor_new(tree.NativeRoot());
        }

        ~Enumerator() => Release();

        public ISyntaxNode Current => _current ?? throw new InvalidOperationException("MoveNext has not been called.");

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            using var lease = _tree.Lease();
            fixed (NativeCursor* cursor = &_cursor)
            {
                if (_started && !Advance(cursor))
                {
                    return false;
                }

                _started = true;
                _current = _tree.Wrap(Core.ts_tree_cursor_current_node(cursor));
                return true;
            }
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private static bool Advance(NativeCursor* cursor)
        {
            if (Core.ts_tree_cursor_goto_first_child(cursor) != 0)
            {
                return true;
            }

            while (Core.ts_tree_cursor_goto_next_sibling(cursor) == 0)
            {
                if (Core.ts_tree_cursor_goto_parent(cursor) == 0)
                {
                    return false;
                }
            }

            return true;
        }

        private void Release()
        {
            if (!_disposed)
            {
                _disposed = true;
                fixed (NativeCursor* cursor = &_cursor)
                {
                    Core.ts_tree_cursor_delete(cursor);
                }
            }
        }
    }
}
