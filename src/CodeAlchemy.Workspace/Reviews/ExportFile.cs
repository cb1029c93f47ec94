using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>A file of rows that gets its name when it is finished. Not thread-safe.</summary>
internal sealed class ExportFile : IDisposable
{
    private readonly string _unfinished;
    private readonly RowWriter _writer;

    private ExportFile(string path)
    {
        Path = path;
        _unfinished = $"{path}.tmp-{Guid.NewGuid():N}";
        _writer = new RowWriter(_unfinished, path.EndsWith(".gz", StringComparison.Ordinal));
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <exception cref="ProblemException"><c>output-exists</c>, <c>output-is-folder</c> or <c>output-in-run</c> (exit 5).</exception>
    public static ExportFile Create(string path, bool force, ImmutableArray<ReviewedRun> runs)
    {
        if (runs.FirstOrDefault(r => path.StartsWith(r.Folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)) is { } run)
        {
            throw Problem("output-in-run", $"The file {path} would lie in the run folder {run.Folder}.", "Choose a file outside of it with --output.");
        }

        if (Directory.Exists(path))
        {
            throw Problem("output-is-folder", $"The output {path} is a folder.", "Name a file with --output.");
        }

        return File.Exists(path) && !force
            ? throw Problem("output-exists", $"The file {path} exists.", "Choose another with --output, or replace it with --force.")
            : new ExportFile(path);
    }

    /// <summary>Appends a line with its end.</summary>
    public void Append(ReadOnlySpan<byte> line) => _writer.Append(line, 1);

    /// <summary>Gives the file its name.</summary>
    public void Finish()
    {
        _writer.Finish();
        DurableFile.Rename(_unfinished, Path);
    }

    public void Dispose()
    {
        _writer.Dispose();
        File.Delete(_unfinished);
    }

    private static ProblemException Problem(string code, string message, string remedy) => new(new Problem(code, message, remedy, ExitCode.Configuration));
}
