using System.Text;

namespace CodeAlchemy.Storage.Files;

/// <summary>
/// Files that appear whole or not at all: written under a temporary name, made durable, then given their name.
/// Text is UTF-8 without a byte order mark. Failures are problems with path and remedy.
/// </summary>
public static class DurableFile
{
    private const string TemporaryMark = ".tmp-";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Writes a text, replacing what was there.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <summary>Writes bytes, replacing what was there.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="bytes">The bytes.</param>
    public static void Write(string path, byte[] bytes) => StorageFault.Guard(path, () =>
    {
        var temporary = WriteTemporary(path, bytes);
        File.Move(temporary, path, overwrite: true);
        NativeFiles.SyncFolder(Path.GetDirectoryName(path)!);
    });

    /// <summary>Writes bytes unless the file exists already: of several writers the first wins.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Whether this writer won.</returns>
    public static bool TryPublish(string path, byte[] bytes) => StorageFault.Guard(path, () =>
    {
        var temporary = WriteTemporary(path, bytes);
        var won = NativeFiles.TryLink(temporary, path);
        File.Delete(temporary);
        NativeFiles.SyncFolder(Path.GetDirectoryName(path)!);
        return won;
    });

    /// <summary>Gives an existing file a second name, replacing what had it; a copy where the file system has no hard links.</summary>
    /// <param name="existing">Absolute path of the file.</param>
    /// <param name="path">Absolute path of the new name.</param>
    public static void Share(string existing, string path) => StorageFault.Guard(path, () =>
    {
        var temporary = TemporaryName(path);
        NativeFiles.TryLink(existing, temporary);
        // rename() of two names of one file does nothing and keeps both, so the old name goes first.
        File.Delete(path);
        File.Move(temporary, path);
    });

    /// <summary>Gives a finished, durable file its name, replacing what had it.</summary>
    /// <param name="unfinished">Absolute path it was written under, in the same folder.</param>
    /// <param name="path">Absolute path of its name.</param>
    public static void Rename(string unfinished, string path) => StorageFault.Guard(path, () =>
    {
        File.Move(unfinished, path, overwrite: true);
        NativeFiles.SyncFolder(Path.GetDirectoryName(path)!);
    });

    /// <summary>Makes the names in a folder durable.</summary>
    public static void SyncFolder(string folder) => NativeFiles.SyncFolder(folder);

    /// <summary>Removes what an interrupted writer left in a folder.</summary>
    /// <param name="folder">Absolute path; it need not exist.</param>
    public static void RemoveLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        StorageFault.Guard(folder, () =>
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*" + TemporaryMark + "*"))
            {
                File.Delete(file);
            }
        });
    }

    private static string WriteTemporary(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = TemporaryName(path);
        try
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }

        return temporary;
    }

    private static string TemporaryName(string path) => path + TemporaryMark + Guid.NewGuid().ToString("N");

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (StorageFault.IsFault(fault))
        {
            // The first failure is the one to tell.
        }
    }
}
