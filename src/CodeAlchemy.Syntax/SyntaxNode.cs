using System.Text;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax.Native;

namespace CodeAlchemy.Syntax;

/// <summary>A node: the native value and the tree that keeps it valid. Each access holds the tree for its duration.</summary>
internal sealed unsafe class SyntaxNode(SyntaxTree tree, NativeNode native) : ISyntaxNode, IEquatable<SyntaxNode>
{
    public NativeNode Native => native;

    public string Kind
    {
        get
        {
            using var lease = tree.Lease();
            return KindNames.Get(Core.ts_node_type(native));
        }
    }

    public bool IsNamed
    {
        get
        {
            using var lease = tree.Lease();
            return Core.ts_node_is_named(native) != 0;
        }
    }

    public bool HasError
    {
        get
        {
            using var lease = tree.Lease();
            return Core.ts_node_has_error(native) != 0 || Core.ts_node_is_missing(native) != 0;
        }
    }

    public SourceSpan Span
    {
        get
        {
            using var lease = tree.Lease();
            return new SourceSpan(
                (int)Core.ts_node_start_byte(native),
                (int)Core.ts_node_end_byte(native),
                (int)Core.ts_node_start_point(native).Row + 1,
                (int)Core.ts_node_end_point(native).Row + 1);
        }
    }

    public string Text
    {
        get
        {
            using var lease = tree.Lease();
            var start = (int)Core.ts_node_start_byte(native);
            return Encoding.UTF8.GetString(tree.Utf8.Span[start..(int)Core.ts_node_end_byte(native)]);
        }
    }

    public ISyntaxNode? Parent
    {
        get
        {
            using var lease = tree.Lease();
            return tree.Wrap(Core.ts_node_parent(native));
        }
    }

    public IEnumerable<ISyntaxNode> Children => tree.ChildrenOf(native);

    public ISyntaxNode? Field(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var lease = tree.Lease();
        var bytes = Encoding.UTF8.GetBytes(name);
        fixed (byte* pointer = bytes)
        {
            return tree.Wrap(Core.ts_node_child_by_field_name(native, pointer, (uint)bytes.Length));
        }
    }

    public bool Equals(SyntaxNode? other) => other is not null && other.Tree == tree && other.Native.Id == native.Id && other.Span == Span;

    public override bool Equals(object? obj) => Equals(obj as SyntaxNode);

    public override int GetHashCode() => native.Id.GetHashCode();

    public override string ToString() => $"{Kind} {Span.Start}..{Span.End}";

    private SyntaxTree Tree => tree;
}
