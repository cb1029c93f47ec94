using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>The files of a folder, as <see cref="FolderWalk"/> lists them.</summary>
internal sealed class FilesCorpus(SourceSection source, CorpusOptions options) : ICorpus
{
    internal const string SidecarEnding = ".cases.yaml";
    private const int SidecarMaximum = 1 << 20;
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(source.Root));

    public IEnumerable<CorpusEntry> List(CancellationToken cancellationToken) =>
        new FolderWalk(_root, new GlobSet(source.Include), new GlobSet(source.Exclude), options.LeftOut).Entries(cancellationToken);

    public IEnumerable<CorpusInput> Open(IEnumerable<CorpusEntry> entries) =>
        entries.Select(entry => new CorpusInput(entry, () => Load(entry)));

    public void Dispose()
    {
    }

    private CorpusItem Load(CorpusEntry entry)
    {
        var item = new CorpusItem { Path = entry.Path, Length = entry.Length };
        if (entry.Marks.HasFlag(CorpusMarks.LeadsOut))
        {
            return item with { Failure = new(CorpusReasons.OutsideCorpus, "A symbolic link that leads out of the corpus.", Filtered: true) };
        }

        if (entry.Marks.HasFlag(CorpusMarks.Unlistable))
        {
            return item with { Failure = new(RejectReasons.Unreadable, "It could not be opened: no permission, or a link to nothing.") };
        }

        try
        {
            return Read(entry, item);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return item with { Failure = new(RejectReasons.Unreadable, "The file could not be read.", Evidence: fault.Message) };
        }
    }

    private CorpusItem Read(CorpusEntry entry, CorpusItem item)
    {
        // A pipe or a device shows no length; opening one could wait for ever.
        if (entry.Length == 0 || entry.Length > options.MaximumBytes)
        {
            return item;
        }

        var path = Path.Combine(_root, entry.Path);
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        if (length > options.MaximumBytes)
        {
            return item with { Length = length };
        }

        var content = ReadAll(handle, (int)length);
        return item with
        {
            Length = content.Length,
            Content = content,
            Sidecar = entry.Marks.HasFlag(CorpusMarks.Sidecar) ? ReadSidecar(path) : null,
        };
    }

    private static ReadOnlyMemory<byte> ReadAll(Microsoft.Win32.SafeHandles.SafeFileHandle handle, int length)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(length);
        var done = 0;
        while (done < length)
        {
            var read = RandomAccess.Read(handle, buffer.AsSpan(done), done);
            if (read == 0)
            {
                break;
            }

            done += read;
        }

        return buffer.AsMemory(0, done);
    }

    private static byte[] ReadSidecar(string path)
    {
        var sidecar = new FileInfo(path + SidecarEnding);
        return sidecar.Length <= SidecarMaximum
            ? File.ReadAllBytes(sidecar.FullName)
            : throw new IOException($"The sidecar is larger than {SidecarMaximum} bytes.");
    }
}
