using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Journaling;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Writes the parts of one attempt at a shard: rows by configuration, rejects, results, sources, notes. Not thread-safe.</summary>
internal sealed class ShardWriter : IDisposable
{
    private readonly RunPaths _paths;
    private readonly RunPlan _plan;
    private readonly string _shard;
    private readonly string _attempt = Guid.NewGuid().ToString("N")[..12];
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly RowWriter?[] _rows;
    private readonly ImmutableArray<ConfigTally> _configs;
    private readonly RowWriter _results;
    private readonly ShardTally _tally = new();
    private RowWriter? _rejects;
    private RowWriter? _sources;
    private Journal? _notes;

    public ShardWriter(RunPaths paths, RunPlan plan, string shard)
    {
        _paths = paths;
        _plan = plan;
        _shard = shard;
        _rows = new RowWriter?[plan.Configs.Length];
        _configs = [.. plan.Configs.Select(_ => new ConfigTally())];
        _results = new RowWriter(Path.Combine(Folder, "results.jsonl"), gzip: false);
    }

    private string Folder => _paths.PartsOf(_shard, _attempt);

    public void Add(InputRecord record)
    {
        _tally.Front(_plan.Front, record.Removal);
        if (record.Source is { } reached)
        {
            _tally.Import(reached);
        }

        foreach (var (output, index) in record.Outputs.Select((o, i) => (o, i)))
        {
            AddOutput(output, index);
            _tally.Yield(_plan.Configs[index], record.Source!.Language).Add(output);
        }

        if (record.Removal is { } removal)
        {
            AddReject(new RejectRecord(
                RowIdentity.OfReject(record.Result.Path, record.Result.Ordinal, removal.Stage, 0, removal.Reason),
                record.Result.Path, record.Result.Language, removal.Stage, null, null, null, removal.Reason, removal.Detail, null));
            AddNotes(removal.Evidence is null ? [] : [new Note(record.Result.Ordinal, null, null, null, "evidence", removal.Evidence)]);
        }

        if (record is { Source: { } source, Result.Rows: > 0 })
        {
            _sources ??= new RowWriter(_paths.SourcesOf(_shard, _attempt), gzip: false);
            Append(_sources, () => SourceLine.Write(_line, source));
        }

        Append(_results, () => ResultLine.Write(_line, record.Result));
        _tally.End(record.Result);
    }

    /// <summary>Ends the parts and publishes the shard, unless another attempt was first.</summary>
    public void Finish()
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            _configs[i].File = _rows[i]?.Finish();
        }

        _notes?.Flush();
        var done = new DoneFile
        {
            Shard = _shard,
            Attempt = _attempt,
            Tally = _tally,
            Configs = new(_plan.Configs.Zip(_configs).ToDictionary(p => p.First, p => p.Second), StringComparer.Ordinal),
            Rejects = _rejects?.Finish(),
            Sources = _sources?.Finish(),
            Results = _results.Finish(),
        };
        Storage.Files.DurableFile.SyncFolder(Folder);
        done.TryPublish(_paths);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var writer in _rows)
        {
            writer?.Dispose();
        }

        _results.Dispose();
        _rejects?.Dispose();
        _sources?.Dispose();
        _notes?.Dispose();
    }

    private void AddOutput(StrategyOutput output, int index)
    {
        var stage = _tally.Stage(_plan.Configs[index]);
        if (output.RowCount > 0)
        {
            stage.Pass();
            _rows[index] ??= new RowWriter(Path.Combine(Folder, PartName(_plan.Configs[index], _plan.Gzip)), _plan.Gzip);
            _rows[index]!.Append(output.Rows.WrittenSpan, output.RowCount);
            _configs[index].Scores.UnionWith(output.Scores);
            _configs[index].Labels.UnionWith(output.Labels);
            _configs[index].Reasoning |= output.Reasoning;
        }
        else
        {
            stage.Lose(output.Rejects[0].Reason);
        }

        output.Rejects.ForEach(AddReject);
        AddNotes(output.Notes);
    }

    /// <summary>Name of the part of a configuration below the folder of an attempt.</summary>
    public static string PartName(string config, bool gzip) => $"rows-{config}.jsonl{(gzip ? ".gz" : string.Empty)}";

    private void AddReject(RejectRecord reject)
    {
        _rejects ??= new RowWriter(Path.Combine(Folder, "rejects.jsonl"), gzip: false);
        Append(_rejects, () =>
        {
            RejectJson.Write(_line, reject);
            _line.Write("\n"u8);
        });
    }

    private void AddNotes(IReadOnlyList<Note> notes)
    {
        foreach (var note in notes)
        {
            _notes ??= Journal.Open(_paths.NotesOf(_shard, _attempt));
            _notes.Append(JsonSerializer.SerializeToUtf8Bytes(note, Json.Compact));
        }
    }

    private void Append(RowWriter writer, Action write)
    {
        _line.ResetWrittenCount();
        write();
        writer.Append(_line.WrittenSpan, 1);
    }
}
