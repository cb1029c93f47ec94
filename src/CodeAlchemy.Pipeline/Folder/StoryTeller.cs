using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Running;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Journaling;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>Finds out what became of an input from the parts and journals of finished shards.</summary>
internal sealed class StoryTeller(RunPaths paths, RunPlan plan)
{
    private const int IdLength = 32;

    public IEnumerable<InputStory> Tell(string inputOrRow)
    {
        var stories = IsId(inputOrRow) ? ById(inputOrRow) : [];
        return stories.Count > 0 ? stories : ByPath(inputOrRow);
    }

    private IEnumerable<InputStory> ByPath(string path)
    {
        var exact = Stories(r => r.Path == path || r.Path == path.Replace('\\', '/'));
        using var found = exact.GetEnumerator();
        if (!found.MoveNext())
        {
            foreach (var story in Stories(r => r.Path.EndsWith("/" + path, StringComparison.Ordinal)))
            {
                yield return story;
            }

            yield break;
        }

        do
        {
            yield return found.Current;
        }
        while (found.MoveNext());
    }

    private IEnumerable<InputStory> Stories(Func<InputResult, bool> fits)
    {
        foreach (var done in DoneFiles())
        {
            var results = RowReader.Lines(Part(done, "results.jsonl")).Select(l => ResultLine.Read(l)).Where(fits);
            foreach (var result in results)
            {
                yield return Story(done, result);
            }
        }
    }

    private List<InputStory> ById(string id)
    {
        foreach (var done in DoneFiles())
        {
            var path = Rows(done).FirstOrDefault(r => r.Id == id)?.SourcePath ?? Rejects(done).FirstOrDefault(r => r.Id == id)?.Input;
            if (path is not null)
            {
                return [.. RowReader.Lines(Part(done, "results.jsonl")).Select(l => ResultLine.Read(l)).Where(r => r.Path == path)
                    .Select(r => Story(done, r))];
            }
        }

        return [];
    }

    private InputStory Story(DoneFile done, InputResult result) => new(
        result,
        done.Shard,
        result.Rows == 0 ? [] : [.. Rows(done).Where(r => r.SourcePath == result.Path)],
        result.Rejects == 0 ? [] : [.. Rejects(done).Where(r => r.Input == result.Path)],
        Notes(done, result.Ordinal));

    private IEnumerable<SampleRow> Rows(DoneFile done)
    {
        foreach (var (config, tally) in done.Configs.Where(c => c.Value.File is not null))
        {
            var file = Part(done, ShardWriter.PartName(config, plan.Gzip));
            var line = 0L;
            foreach (var bytes in RowReader.Lines(file))
            {
                yield return new SampleRow(Path.GetRelativePath(paths.Root, file), ++line, JsonSerializer.Deserialize<JsonElement>(bytes));
            }
        }
    }

    private IEnumerable<RejectRow> Rejects(DoneFile done) =>
        done.Rejects is null ? [] : RunFolder.RejectsOf(Part(done, "rejects.jsonl"));

    private ImmutableArray<StoryNote> Notes(DoneFile done, long ordinal) =>
    [
        .. Journal.ReadAll(paths.NotesOf(done.Shard, done.Attempt))
            .Select(r => JsonSerializer.Deserialize<Note>(r.Bytes, Json.Compact)!)
            .Where(n => n.Input == ordinal)
            .Select(n => new StoryNote(n.Strategy, n.Task, n.Case, n.Kind, n.Text)),
    ];

    private IEnumerable<DoneFile> DoneFiles() => plan.Shards.Select(s => DoneFile.Read(paths, s.Id)).OfType<DoneFile>();

    private string Part(DoneFile done, string name) => Path.Combine(paths.PartsOf(done.Shard, done.Attempt), name);

    private static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);
}
