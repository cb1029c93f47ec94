using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax.Native;

/// <summary>A syntax tree; read by any number of threads.</summary>
internal sealed class TreeHandle : SafeHandle
{
    public TreeHandle()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Core.ts_tree_delete(handle);
        return true;
    }
}
