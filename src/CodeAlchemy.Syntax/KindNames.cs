using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace CodeAlchemy.Syntax;

/// <summary>Strings of the constant names inside loaded grammars; a grammar stays loaded, so that its pointers are good keys.</summary>
internal static unsafe class KindNames
{
    private static readonly ConcurrentDictionary<nint, string> Names = new();

    public static string Get(byte* name) =>
        Names.GetOrAdd((nint)name, static pointer => Marshal.PtrToStringUTF8(pointer) ?? string.Empty);
}
