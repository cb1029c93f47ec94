using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax.Native;

/// <summary><c>TSPoint</c>: row from 0, column in bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativePoint
{
    public readonly uint Row;
    public readonly uint Column;
}

/// <summary><c>TSNode</c>: 32 bytes, passed by value. Valid as long as its tree.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeNode
{
    private readonly uint _context0;
    private readonly uint _context1;
    private readonly uint _context2;
    private readonly uint _context3;
    public readonly nint Id;
    private readonly nint _tree;

    public bool IsNull => Id == 0;
}

/// <summary><c>TSTreeCursor</c>; owns memory until it is deleted.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeCursor
{
    private nint _tree;
    private nint _id;
    private uint _context0;
    private uint _context1;
    private uint _context2;
}

/// <summary><c>TSInput</c>: where the parser reads its text.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInput
{
    public nint Payload;
    public nint Read;
    public int Encoding;
    public nint Decode;
}

/// <summary><c>TSParseOptions</c> and <c>TSQueryCursorOptions</c>: what is called now and then to ask whether to stop.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeProgress
{
    public nint Payload;
    public nint Callback;
}

/// <summary><c>TSQueryCapture</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeCapture
{
    public readonly NativeNode Node;
    public readonly uint Index;
}

/// <summary><c>TSQueryMatch</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeMatch
{
    public uint Id;
    public ushort Pattern;
    public ushort CaptureCount;
    public NativeCapture* Captures;
}

/// <summary><c>TSQueryPredicateStep</c>: type 0 done, 1 capture, 2 string.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativePredicateStep
{
    public readonly int Type;
    public readonly uint Value;
}
