using System.Buffers;
using System.Text.Json;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Running.Duplicates;
using CodeAlchemy.Storage.Corpora;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Filters one shard up to the barrier, and leaves on disk what it found and what the barrier needs.</summary>
internal sealed class SurveyPhase(RunPaths paths, FrontStages front, ICorpus corpus, int readers)
{
    private readonly DuplicateStep _step = new();

    /// <summary>Whether the shard was surveyed.</summary>
    public bool IsDone(ShardPlan shard) => File.Exists(paths.SurveyOf(shard.Id));

    public async Task Run(ShardPlan shard, CancellationToken cancellationToken)
    {
        var unfinished = paths.SurveyOf(shard.Id) + ".unfinished";
        var summaries = new List<DuplicateSummary>(shard.Count);
        using var file = new RowWriter(unfinished, gzip: false);
        var line = new ArrayBufferWriter<byte>();
        var pipeline = new OrderedPipeline<CorpusInput, Prepared, Prepared>(readers, 0, 64 + (8 * readers), i => i.Entry.Length);
        await pipeline.Run(
            corpus.Open(InputFile.Read(paths.InputsOf(shard.Id), shard.First)),
            input => (null, front.Early(input)),
            (prepared, _) => ValueTask.FromResult(prepared),
            prepared => Write(prepared, file, line, summaries),
            cancellationToken);
        file.Finish();
        WriteSummaries(shard, summaries);
        DurableFile.Rename(unfinished, paths.SurveyOf(shard.Id));
    }

    private void Write(Prepared prepared, RowWriter file, ArrayBufferWriter<byte> line, List<DuplicateSummary> summaries)
    {
        if (prepared.Source is { } source)
        {
            summaries.Add(_step.Summarise(source));
        }

        var removal = prepared.Removal;
        line.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(line))
        {
            JsonSerializer.Serialize(
                writer,
                new SurveyLine(
                    prepared.Path, prepared.Source?.Sha256, prepared.Language, removal?.Stage, removal?.Fate, removal?.Reason, removal?.Detail, removal?.Evidence,
                    prepared.Source is { Imports.IsEmpty: false } sound ? sound.Imports : null),
                Json.Compact);
        }

        line.Write("\n"u8);
        file.Append(line.WrittenSpan, 1);
    }

    private void WriteSummaries(ShardPlan shard, List<DuplicateSummary> summaries)
    {
        summaries.Sort();
        using var buffer = new MemoryStream();
        summaries.ForEach(s => s.Write(buffer));
        DurableFile.Write(paths.SummariesOf(shard.Id), buffer.ToArray());
    }
}
