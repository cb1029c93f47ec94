using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax.Native;

/// <summary>A compiled query; read by any number of threads.</summary>
internal sealed class QueryHandle : SafeHandle
{
    public QueryHandle()
        : base(0, ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Core.ts_query_delete(handle);
        return true;
    }
}
