using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax.Native;

/// <summary>A parser; one thread at a time.</summary>
internal sealed class ParserHandle : SafeHandle
{
    /// <summary>Creates the parser.</summary>
    public ParserHandle()
        : base(0, ownsHandle: true)
    {
        SetHandle(Core.ts_parser_new());
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Core.ts_parser_delete(handle);
        return true;
    }
}
