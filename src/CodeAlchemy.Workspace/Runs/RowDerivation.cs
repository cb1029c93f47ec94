using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Workspace.Cases;
using CodeAlchemy.Workspace.Workbench;

namespace CodeAlchemy.Workspace.Runs;

/// <summary>
/// Derives the verified rows of a finished run again: same source, same case, and the digest must come out the same. A row made of a
/// script carries its files, which are run once more.
/// </summary>
internal sealed class RowDerivation(Installation installation)
{
    public async Task<ImmutableArray<Finding>> Derive(string path, Action<string> note, CancellationToken cancellationToken)
    {
        var folder = RunFolder.Open(path);
        var run = ReadManifest(folder.Root).Run;
        installation.RequireIsolation(run.Isolation);
        var options = new ExecutionOptions { Isolation = run.Isolation, Limits = run.Limits, Trace = run.Trace };
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var scripts = 0;
        foreach (var claim in folder.Samples().Select(ScriptClaim.Of).OfType<ScriptClaim>())
        {
            scripts++;
            findings.AddRange(await Derive(claim, options, cancellationToken));
        }

        var expected = folder.Samples().Select(Claim.Of).OfType<Claim>()
            .GroupBy(claim => (claim.Path, claim.Sha256))
            .ToDictionary(group => group.Key, group => group.ToList());
        var rows = scripts;
        foreach (var source in folder.Sources().DistinctBy(source => (source.Path, source.Sha256)))
        {
            if (!expected.Remove((source.Path, source.Sha256), out var claims))
            {
                continue;
            }

            rows += claims.Count;
            findings.AddRange(await Derive(source, claims, run.Seed, options, cancellationToken));
            note($"derived {source.Path}: {claims.Count} rows");
        }

        findings.AddRange(expected.Values.SelectMany(claims => claims)
            .Select(claim => claim.Wrong("source-missing", $"the source of the row ({claim.Path}) is not stored with the run")));
        note(string.Create(CultureInfo.InvariantCulture, $"{rows} rows derived, {findings.Count} differ"));
        return findings.ToImmutable();
    }

    private async Task<IEnumerable<Finding>> Derive(
        SourceFile source, List<Claim> claims, long seed, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var language = installation.Plugins.Require(PluginKind.Language, source.Language).Language!;
        var cases = CaseFinder.Find(source, new KeyedRandom(seed, source.Sha256, "cases"));
        var findings = new List<Finding>();
        foreach (var group in claims.GroupBy(claim => claim.Case))
        {
            var @case = cases.FirstOrDefault(candidate => candidate.Name == (group.Key ?? ExecutionCase.Default.Name));
            if (@case is null)
            {
                findings.AddRange(group.Select(claim => claim.Wrong("case-missing", $"the case '{group.Key}' of {source.Path} can't be made again")));
                continue;
            }

            var evidence = await installation.Programs.Executor.Trace(language, source, @case, options, cancellationToken);
            var digest = evidence.Agreed?.End.Digest;
            findings.AddRange(group.Where(claim => claim.Digest != digest).Select(claim => claim.Wrong(
                "not-derived",
                digest is null ? $"{source.Path} gave no trace this time: {evidence.Detail}" : $"the trace of {source.Path} came out different")));
        }

        return findings;
    }

    private async Task<IEnumerable<Finding>> Derive(ScriptClaim claim, ExecutionOptions options, CancellationToken cancellationToken)
    {
        if (claim.Request is not { } request)
        {
            return [claim.Wrong("files-missing", "the row was made of a script, but does not carry the script and its program")];
        }

        var language = installation.Plugins.Require(PluginKind.Language, request.Language).Language!;
        var result = await installation.Programs.Executor.Scripts.Run(language, request, options, cancellationToken);
        return ScriptResult.DigestOf(result.Files) == claim.Digest
            ? []
            : [claim.Wrong("not-derived", $"the script of the row ended with {result.Run.Status.ToId()} and left other files")];
    }

    private static PipelineManifest ReadManifest(string folder)
    {
        var file = Path.Combine(folder, "manifest.yaml");
        var parsed = PipelineManifestReader.Read(File.ReadAllText(file), file);
        return parsed.Value ?? throw new ProblemException(new Problem(
            "invalid-manifest", $"{file} can't be read: {parsed.Diagnostics[0].Message}", "the run folder was changed; run the manifest again", ExitCode.Configuration));
    }

    /// <summary>What a verified row claims: this digest for this source and case.</summary>
    private sealed record Claim(string File, long Line, string Path, string Sha256, string? Case, string Digest)
    {
        public static Claim? Of(SampleRow row)
        {
            var proof = row.Json.GetProperty("verification").EnumerateArray().FirstOrDefault(entry =>
                entry.GetProperty("method").GetString() == "execution" && entry.GetProperty("status").GetString() == "verified");
            return proof.ValueKind == JsonValueKind.Object
                ? new Claim(row.File, row.Line, row.SourcePath, row.SourceSha256, row.Case, proof.GetProperty("evidence").GetString()!)
                : null;
        }

        public Finding Wrong(string code, string message) => new(code, DiagnosticSeverity.Error, message, File, Line);
    }
}
