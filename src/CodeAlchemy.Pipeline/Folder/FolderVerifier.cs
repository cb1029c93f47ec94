using System.Globalization;
using System.Text.Json;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Running;
using CodeAlchemy.Storage.Datasets;
using CodeAlchemy.Storage.Files;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>Checks a finished run: hashes of all files, columns of all rows, unique ids, counts and the ledger.</summary>
internal sealed class FolderVerifier(RunFolder folder)
{
    private readonly HashSet<UInt128> _ids = [];
    private long _rows;
    private long _rejects;

    public IEnumerable<Finding> Verify()
    {
        var finished = folder.Finished();
        foreach (var finding in Parts().Concat(finished.Files.SelectMany(Check)).Concat(Strangers(finished)).Concat(Balance()).Concat(Reviews()))
        {
            yield return finding;
        }
    }

    private IEnumerable<Finding> Check(PublicFile file)
    {
        if (Hash(file.Path, file.Sha256) is { } finding)
        {
            yield return finding;
            if (finding.Code == "file-missing")
            {
                yield break;
            }
        }

        var lines = file.Kind switch
        {
            "data" => Rows(file),
            "rejects" => Rejects(file),
            _ => [],
        };
        foreach (var found in lines)
        {
            yield return found;
        }
    }

    private Finding? Hash(string relative, string expected)
    {
        var path = folder.Paths.Public(relative);
        if (!File.Exists(path))
        {
            return Error("file-missing", "The file is gone.", relative);
        }

        try
        {
            return RowReader.Sha256(path) == expected ? null : Error("hash-differs", "The file is not the one that was written.", relative);
        }
        catch (Exception fault) when (StorageFault.IsFault(fault))
        {
            return Error("file-unreadable", fault.Message, relative);
        }
    }

    private IEnumerable<Finding> Rows(PublicFile file)
    {
        var count = 0L;
        foreach (var (line, row, fault) in Lines(file))
        {
            count++;
            var problem = fault ?? RowSchema.Problem(row);
            if (problem is not null)
            {
                yield return Error("row-malformed", problem, file.Path, line);
            }
            else if (!_ids.Add(Id(row)))
            {
                yield return Repeated(file, line, row);
            }
        }

        _rows += count;
        if (count != file.Rows)
        {
            yield return Error("row-count", $"{count} rows instead of {file.Rows}.", file.Path);
        }
    }

    /// <summary>Without a duplicates filter the same content may stand twice in the corpus and so gives the same rows twice.</summary>
    private Finding Repeated(PublicFile file, long line, JsonElement row)
    {
        var severity = folder.Plan.Front.Contains(FrontStages.Duplicates) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        return new Finding("id-repeated", severity, $"The id {row.GetProperty("id").GetString()} stands here a second time.", file.Path, line);
    }

    private IEnumerable<Finding> Rejects(PublicFile file)
    {
        var count = 0L;
        foreach (var (line, row, fault) in Lines(file))
        {
            count++;
            if ((fault ?? RowSchema.RejectProblem(row)) is { } problem)
            {
                yield return Error("reject-malformed", problem, file.Path, line);
            }
        }

        _rejects += count;
        if (count != file.Rows)
        {
            yield return Error("row-count", $"{count} rejects instead of {file.Rows}.", file.Path);
        }
    }

    private IEnumerable<(long Line, JsonElement Row, string? Fault)> Lines(PublicFile file)
    {
        using var lines = RowReader.Lines(folder.Paths.Public(file.Path)).GetEnumerator();
        for (var number = 1L; ; number++)
        {
            JsonElement row = default;
            string? fault = null;
            var torn = false;
            try
            {
                if (!lines.MoveNext())
                {
                    yield break;
                }

                row = JsonSerializer.Deserialize<JsonElement>(lines.Current);
            }
            catch (JsonException wrong)
            {
                fault = "The line is not JSON: " + wrong.Message;
            }
            catch (Exception wrong) when (wrong is InvalidDataException or IOException)
            {
                fault = "The file is damaged from here on: " + wrong.Message;
                torn = true;
            }

            yield return (number, row, fault);
            if (torn)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Finding> Parts()
    {
        foreach (var shard in folder.Plan.Shards)
        {
            if (DoneFile.Read(folder.Paths, shard.Id) is not { } done)
            {
                yield return Error("shard-missing", "The shard is not marked as done.", Path.GetRelativePath(folder.Root, folder.Paths.DoneOf(shard.Id)));
            }
            else if (done.Sources is { } sources
                && Hash(Path.GetRelativePath(folder.Root, folder.Paths.SourcesOf(shard.Id, done.Attempt)), sources.Sha256) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Strangers(FinishedFile finished)
    {
        var known = finished.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var found = new[] { DatasetLayout.Data, DatasetLayout.Rejects }.Select(folder.Paths.Public).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(folder.Root, f).Replace(Path.DirectorySeparatorChar, '/'));
        return found.Where(f => !known.Contains(f)).Order(StringComparer.Ordinal)
            .Select(f => Error("file-foreign", "The file was not written by the run.", f));
    }

    /// <summary>Lazy on purpose: the rows are counted while the findings before these are enumerated.</summary>
    private IEnumerable<Finding> Balance()
    {
        Ledger? ledger = null;
        string? fault = null;
        try
        {
            ledger = RunFolder.ReadLedger(folder.Paths);
        }
        catch (ProblemException problem)
        {
            fault = problem.Message;
        }

        List<string> wrong = ledger is null ? [fault!] : [.. LedgerBalance.Imbalances(ledger, folder.Plan.Front.Length)];
        if (ledger is not null && (ledger.Rows != _rows || ledger.Rejects != _rejects || ledger.Inputs != folder.Plan.Inputs))
        {
            wrong.Add($"it counts {ledger.Inputs} inputs, {ledger.Rows} rows and {ledger.Rejects} rejects, "
                + $"but there are {folder.Plan.Inputs}, {_rows} and {_rejects}");
        }

        foreach (var sum in wrong)
        {
            yield return Error("ledger-unbalanced", sum, DatasetLayout.Ledger);
        }
    }

    /// <summary>Decisions of people are no part of the dataset; what can't be used of them is worth a look.</summary>
    private IEnumerable<Finding> Reviews()
    {
        var journal = new ReviewJournal(folder.Root, TimeProvider.System);
        try
        {
            journal.Read(fold => fold.LastSequence);
        }
        catch (ProblemException newer)
        {
            return [new Finding(newer.Problem.Code, DiagnosticSeverity.Warning, newer.Message, DatasetLayout.Reviews)];
        }

        return journal.Issues.Select(i => new Finding(i.Code, DiagnosticSeverity.Warning, Sentence(i.Message), DatasetLayout.Reviews, i.Line));
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static UInt128 Id(JsonElement row) =>
        UInt128.Parse(row.GetProperty("id").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static Finding Error(string code, string message, string file, long line = 0) =>
        new(code, DiagnosticSeverity.Error, message, file, line);
}
