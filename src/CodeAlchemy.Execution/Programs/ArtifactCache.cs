using System.Collections.Concurrent;
using System.Text.Json;

namespace CodeAlchemy.Execution.Programs;

/// <summary>
/// What was built, on disk, by key. An entry is built in a folder of its own and published by one rename, so that several
/// processes may share the cache: the first to publish wins, a loser uses the winner's. Thread-safe.
/// </summary>
internal sealed class ArtifactCache
{
    private static readonly TimeSpan InUse = TimeSpan.FromMinutes(15);

    private readonly string _entries;
    private readonly string _drafts;
    private readonly long _limit;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, Lazy<Task<Artifact>>> _building = new(StringComparer.Ordinal);
    private long _written;

    public ArtifactCache(string folder, long limit, TimeProvider clock)
    {
        _entries = Path.Combine(folder, "entries");
        _drafts = Path.Combine(folder, "drafts");
        _limit = limit;
        _clock = clock;
        Directory.CreateDirectory(_entries);
        Directory.CreateDirectory(_drafts);
    }

    /// <summary>The entry of a key, built by the callback when there is none. Within a process it is built once at a time.</summary>
    /// <param name="key">Hash of everything the result depends on.</param>
    /// <param name="build">Builds into an empty folder; returns the failure or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<Artifact> Get(
        string key, Func<string, CancellationToken, Task<BuildFailure?>> build, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Find(key) is { } found)
            {
                return found;
            }

            var mine = new Lazy<Task<Artifact>>(() => Build(key, build, cancellationToken));
            var task = _building.GetOrAdd(key, mine);
            try
            {
                return await task.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Another caller gave up while building; this one has not.
            }
            finally
            {
                if (task.Value.IsCompleted)
                {
                    _building.TryRemove(new KeyValuePair<string, Lazy<Task<Artifact>>>(key, task));
                }
            }
        }
    }

    private static long Size(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private string EntryFolder(string key) => Path.Combine(_entries, key);

    private Artifact? Find(string key)
    {
        var folder = EntryFolder(key);
        var mark = Path.Combine(folder, "result.json");
        try
        {
            var failure = JsonSerializer.Deserialize<BuildFailure?>(File.ReadAllBytes(mark));
            File.SetLastWriteTimeUtc(mark, _clock.GetUtcNow().UtcDateTime);
            return new Artifact(Path.Combine(folder, "out"), failure);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<Artifact> Build(
        string key, Func<string, CancellationToken, Task<BuildFailure?>> build, CancellationToken cancellationToken)
    {
        if (Find(key) is { } found)
        {
            return found; // Published between the caller's look and its turn.
        }

        var draft = Path.Combine(_drafts, $"{key[..16]}-{Guid.NewGuid():n}");
        var output = Directory.CreateDirectory(Path.Combine(draft, "out")).FullName;
        try
        {
            var failure = await build(output, cancellationToken).ConfigureAwait(false);
            if (failure is { IsPassing: true })
            {
                return new Artifact(output, failure);
            }

            var mark = JsonSerializer.SerializeToUtf8Bytes(failure);
            await File.WriteAllBytesAsync(Path.Combine(draft, "result.json"), mark, cancellationToken).ConfigureAwait(false);
            return Publish(key, draft) ?? new Artifact(output, failure);
        }
        finally
        {
            Discard(draft);
        }
    }

    private Artifact? Publish(string key, string draft)
    {
        try
        {
            Directory.Move(draft, EntryFolder(key));
            MakeRoom(Size(EntryFolder(key)));
        }
        catch (IOException) when (Directory.Exists(EntryFolder(key)))
        {
            // Another process was first; its entry says the same.
        }

        return Find(key);
    }

    /// <summary>Deletes what was used longest ago, looking at the folder only after a sixteenth of the limit was written.</summary>
    private void MakeRoom(long added)
    {
        if (Interlocked.Add(ref _written, added) < _limit / 16)
        {
            return;
        }

        Interlocked.Exchange(ref _written, 0);
        var oldest = _clock.GetUtcNow().UtcDateTime - InUse;
        var entries = new DirectoryInfo(_entries).EnumerateDirectories()
            .Select(d => (Folder: d.FullName, Used: File.GetLastWriteTimeUtc(Path.Combine(d.FullName, "result.json")), Bytes: Size(d.FullName)))
            .OrderBy(e => e.Used)
            .ToList();
        var total = entries.Sum(e => e.Bytes);
        foreach (var (folder, used, bytes) in entries)
        {
            if (total <= _limit || used > oldest)
            {
                break;
            }

            total -= bytes;
            Retire(folder);
        }
    }

    private void Retire(string folder)
    {
        var grave = Path.Combine(_drafts, Guid.NewGuid().ToString("n"));
        try
        {
            Directory.Move(folder, grave);
            Discard(grave);
        }
        catch (IOException)
        {
            // Another process retires it.
        }
    }

    private static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left for the next clean-up of the cache folder; nothing refers to it.
        }
    }
}
