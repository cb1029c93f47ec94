using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax.Native;

/// <summary>A running query; one thread at a time.</summary>
internal sealed class QueryCursorHandle : SafeHandle
{
    public QueryCursorHandle()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Core.ts_query_cursor_delete(handle);
        return true;
    }
}
