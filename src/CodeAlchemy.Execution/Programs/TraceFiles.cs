namespace CodeAlchemy.Execution.Programs;

/// <summary>Gives a traced run a file for its records.</summary>
internal sealed class TraceFiles(string folder)
{
    /// <summary>Creates an empty file in a folder that only this process's user can enter.</summary>
    public string Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var path = Path.Combine(folder, $"{Guid.NewGuid():n}.wire");
        File.Create(path).Dispose();
        return path;
    }
}
