using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>
/// Merges finished shards into the public files. Every step can be done again, so a kill in the middle costs nothing; the mark of
/// the finished run comes last. Parts get a second name instead of being copied.
/// </summary>
internal sealed class Publisher(RunRequest request, RunPaths paths, RunPlan plan)
{
    private readonly ImmutableArray<PublicFile>.Builder _files = ImmutableArray.CreateBuilder<PublicFile>();

    public Ledger Publish(CancellationToken cancellationToken)
    {
        var (tally, configs) = Total();
        var ledger = tally.ToLedger([.. plan.Front, .. plan.Configs]);
        Check(ledger, configs);
        Clear(DatasetLayout.Data);
        Clear(DatasetLayout.Rejects);
        foreach (var config in plan.Configs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ShareRows(config);
        }

        ShareRejects();
        Write(DatasetLayout.Ledger, "ledger", LedgerJson.Write(ledger));
        Write(DatasetLayout.Manifest, "manifest", Encoding.UTF8.GetBytes(request.ManifestText));
        Write(DatasetLayout.Card, "card", Encoding.UTF8.GetBytes(DatasetCard.Write(CardOf.Run(request, plan, ledger, tally, configs))));
        new FinishedFile { RunId = plan.RunId, Files = _files.ToImmutable() }.Write(paths);
        return ledger;
    }

    private (ShardTally Tally, Dictionary<string, ConfigTally> Configs) Total()
    {
        var tally = new ShardTally();
        var configs = plan.Configs.ToDictionary(c => c, _ => new ConfigTally { File = new RowFileInfo(0, 0, 0, string.Empty) });
        foreach (var done in DoneFiles())
        {
            tally.Add(done.Tally);
            foreach (var (name, part) in done.Configs)
            {
                Add(configs[name], part);
            }
        }

        return (tally, configs);
    }

    private static void Add(ConfigTally total, ConfigTally part)
    {
        total.Scores.UnionWith(part.Scores);
        total.Labels.UnionWith(part.Labels);
        total.Reasoning |= part.Reasoning;
        if (part.File is { } file && total.File is { } sum)
        {
            total.File = new RowFileInfo(sum.Rows + file.Rows, sum.TextBytes + file.TextBytes, sum.Bytes + file.Bytes, string.Empty);
        }
    }

    private void Check(Ledger ledger, Dictionary<string, ConfigTally> configs)
    {
        List<string> wrong = [.. LedgerBalance.Imbalances(ledger, plan.Front.Length)];
        if (ledger.Inputs != plan.Inputs)
        {
            wrong.Add($"{plan.Inputs} inputs were planned, {ledger.Inputs} are accounted for");
        }

        var rows = configs.Values.Sum(c => c.File!.Rows);
        if (ledger.Rows != rows)
        {
            wrong.Add($"{ledger.Rows} rows are accounted for, {rows} were written");
        }

        if (wrong.Count > 0)
        {
            throw new ProblemException(new Problem(
                "ledger-unbalanced",
                $"The ledger of {paths.Root} does not balance: {string.Join("; ", wrong)}.",
                "This is a fault of the tool, not of your input; start again with --resume never and report it with the .run folder.",
                ExitCode.Failure));
        }
    }

    private void ShareRows(string config)
    {
        var count = DoneFiles().Count(d => d.Configs[config].File is not null);
        var index = 0;
        foreach (var done in DoneFiles())
        {
            if (done.Configs[config].File is { } file)
            {
                var part = Path.Combine(paths.PartsOf(done.Shard, done.Attempt), ShardWriter.PartName(config, plan.Gzip));
                Share(part, DatasetLayout.DataFile(config, index++, count, plan.Gzip), "data", file, done.Shard);
            }
        }
    }

    private void ShareRejects()
    {
        var count = DoneFiles().Count(d => d.Rejects is not null);
        var index = 0;
        foreach (var done in DoneFiles())
        {
            if (done.Rejects is { } file)
            {
                var part = Path.Combine(paths.PartsOf(done.Shard, done.Attempt), "rejects.jsonl");
                Share(part, DatasetLayout.RejectFile(index++, count), "rejects", file, done.Shard);
            }
        }
    }

    private void Share(string part, string name, string kind, RowFileInfo file, string shard)
    {
        var target = paths.Public(name);
        StorageFault.Guard(target, () => Directory.CreateDirectory(Path.GetDirectoryName(target)!));
        DurableFile.Share(part, target);
        _files.Add(new PublicFile(name, kind, file.Rows, file.Bytes, file.Sha256, shard));
    }

    private void Write(string name, string kind, byte[] bytes)
    {
        DurableFile.Write(paths.Public(name), bytes);
        _files.Add(new PublicFile(name, kind, 0, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    private void Clear(string folder)
    {
        var path = paths.Public(folder);
        StorageFault.Guard(path, () =>
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            Directory.CreateDirectory(path);
        });
    }

    private IEnumerable<DoneFile> DoneFiles() => plan.Shards.Select(s => DoneFile.Read(paths, s.Id)!);
}
