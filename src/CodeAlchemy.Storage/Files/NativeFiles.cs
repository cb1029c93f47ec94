using System.Runtime.InteropServices;

namespace CodeAlchemy.Storage.Files;

/// <summary>The file system calls that the base library lacks.</summary>
internal static partial class NativeFiles
{
    private const int FileExists = 17;
    private const int ReadOnlyDirectory = 0x10000 | 0x80000;

    /// <summary>Gives a file a second name.</summary>
    /// <returns>False when the name is taken.</returns>
    public static bool TryLink(string existing, string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            return TryCopy(existing, name);
        }

        if (Link(existing, name) == 0)
        {
            return true;
        }

        // File systems without hard links answer with one of several errors; copying serves them all.
        return Marshal.GetLastPInvokeError() != FileExists && TryCopy(existing, name);
    }

    /// <summary>Makes the entries of a folder durable.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = Open(folder, DirectoryFlags());
        if (descriptor >= 0)
        {
            _ = Fsync(descriptor);
            _ = Close(descriptor);
        }
    }

    /// <summary>The path with all symbolic links resolved; <see langword="null"/> when it leads nowhere.</summary>
    public static string? RealPath(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.Exists(path) || Directory.Exists(path) ? Path.GetFullPath(path) : null;
        }

        var pointer = Resolve(path, 0);
        if (pointer == 0)
        {
            return null;
        }

        var resolved = Marshal.PtrToStringUTF8(pointer);
        Free(pointer);
        return resolved;
    }

    // O_DIRECTORY differs between processor families.
    private static int DirectoryFlags() =>
        RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm ? 0x4000 | 0x80000 : ReadOnlyDirectory;

    private static bool TryCopy(string existing, string name)
    {
        if (File.Exists(name))
        {
            return false;
        }

        var temporary = name + ".copy-" + Guid.NewGuid().ToString("N");
        File.Copy(existing, temporary);
        try
        {
            File.Move(temporary, name, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            File.Delete(temporary);
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Resolve(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint pointer);
}
