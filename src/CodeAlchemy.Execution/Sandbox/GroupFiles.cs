using System.Globalization;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Reads and writes the files of control groups; a file that is missing reads as nothing.</summary>
internal static class GroupFiles
{
    public static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    public static void Write(string path, long value) => File.WriteAllText(path, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes where the file exists and takes the value; tells whether it did.</summary>
    public static bool TryWrite(string path, string value)
    {
        try
        {
            if (File.Exists(path))
            {
                File.WriteAllText(path, value);
                return true;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }

        return false;
    }

    /// <summary>Removes a group, which must be empty, or a folder. Tells whether it is gone.</summary>
    public static bool TryRemove(string folder, bool recursive = false)
    {
        try
        {
            Directory.Delete(folder, recursive);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
