using CodeAlchemy.Syntax.Native;

namespace CodeAlchemy.Syntax;

/// <summary>Keeps a tree from being freed while native code reads it.</summary>
internal readonly ref struct TreeLease
{
    private readonly TreeHandle _handle;

    public TreeLease(TreeHandle handle)
    {
        var added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
    }

    public void Dispose() => _handle.DangerousRelease();
}
