using System.Runtime.InteropServices;

namespace CodeAlchemy.PluginHost;

/// <summary>What the system can do with files and the framework doesn't offer.</summary>
internal static partial class NativeFiles
{
    private const int WorkingFolder = -100;
    private const int DoNotFollow = 0x100;
    private const uint WantType = 1;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const uint Exchange = 2;

    /// <summary>Whether a path is a regular file, and no pipe, socket or device.</summary>
    public static unsafe bool IsPlain(string path)
    {
        // struct statx has one layout on all architectures (man 2 statx): 256 bytes, stx_mode at 28.
        var state = stackalloc byte[256];
        return Statx(WorkingFolder, path, DoNotFollow, WantType, state) == 0 && (*(ushort*)(state + ModeOffset) & TypeMask) == RegularFile;
    }

    /// <summary>Swaps two folders in one step, so that whoever looks sees the one or the other.</summary>
    /// <returns>Whether the file system could.</returns>
    public static bool TryExchange(string left, string right) => RenameAt(WorkingFolder, left, WorkingFolder, right, Exchange) == 0;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int folder, string path, int flags, uint wanted, byte* state);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);
}
