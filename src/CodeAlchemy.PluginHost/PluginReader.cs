using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;

namespace CodeAlchemy.PluginHost;

/// <summary>Reads one plugin's folder: its manifest and whether what it names is there. Loads nothing.</summary>
internal static class PluginReader
{
    private const long MostBytes = 4L << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static PluginCandidate Read(PluginKind kind, PluginLayer layer, string directory)
    {
        var candidate = new PluginCandidate(kind, Path.GetFileName(directory), layer, directory, null, []);
        try
        {
            var file = candidate.Manifest;
            return new FileInfo(file).Length > MostBytes
                ? Broken(candidate, DiagnosticCodes.TooLarge, $"The manifest of a plugin may have at most {MostBytes} bytes.", "Make it smaller.")
                : Check(candidate, PluginManifestReader.Read(Strict.GetString(File.ReadAllBytes(file)), file, directory, layer.Name));
        }
        catch (DecoderFallbackException)
        {
            return Broken(candidate, PluginCodes.Unreadable, "The manifest is not UTF-8.", "Save it as UTF-8.");
        }
        catch (FileNotFoundException)
        {
            return NoManifest(candidate);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Broken(candidate, PluginCodes.Unreadable, $"The manifest can't be read: {failure.Message}", "Check the file and its rights.");
        }
    }

    private static PluginCandidate Check(PluginCandidate candidate, Parsed<PluginDefinition> parsed)
    {
        candidate = candidate with { Plugin = parsed.Value, Diagnostics = parsed.Diagnostics };
        if (parsed.Value is not { } plugin)
        {
            return candidate;
        }

        var faults = Place(candidate, plugin).Concat(Version(candidate, plugin)).Concat(Files(candidate, plugin)).ToImmutableArray();
        return faults.IsEmpty ? candidate : candidate with { Plugin = null, Diagnostics = candidate.Diagnostics.AddRange(faults) };
    }

    private static IEnumerable<Diagnostic> Place(PluginCandidate candidate, PluginDefinition plugin)
    {
        if (plugin.Kind != candidate.Kind || plugin.Id != candidate.Id)
        {
            var place = $"{PluginFolders.Of(plugin.Kind)}/{plugin.Id}";
            yield return Fault(candidate, PluginCodes.Misplaced, $"The plugin '{plugin.Id}' lies in '{PluginFolders.Of(candidate.Kind)}/{candidate.Id}'.", $"Move it to '{place}'.");
        }
    }

    private static IEnumerable<Diagnostic> Version(PluginCandidate candidate, PluginDefinition plugin)
    {
        if (!HostVersionCheck.Fits(plugin))
        {
            yield return Fault(candidate, PluginCodes.HostVersion, HostVersionCheck.Message(plugin), HostVersionCheck.Remedy);
        }
    }

    private static IEnumerable<Diagnostic> Files(PluginCandidate candidate, PluginDefinition plugin) =>
        NamedFiles(plugin)
            .Where(file => !File.Exists(Path.Combine(candidate.Directory, file)))
            .Select(file => Fault(candidate, PluginCodes.MissingFile, $"The plugin '{plugin.Id}' has no file '{file}', which its manifest names.", "Add the file or correct its name."));

    private static IEnumerable<string> NamedFiles(PluginDefinition plugin)
    {
        var queries = plugin.Language?.Tracers.Select(tracer => tracer.Instrument?.Queries) ?? [];
        return queries.Prepend(plugin.Language?.Entry).OfType<string>().Distinct();
    }

    /// <summary>Only a warning, also where discovery is strict: build output outlives the plugin it belonged to.</summary>
    private static PluginCandidate NoManifest(PluginCandidate candidate) => candidate with
    {
        Diagnostics =
        [
            new Diagnostic(PluginCodes.Unreadable, DiagnosticSeverity.Warning, $"The folder '{candidate.Id}' has no {PluginFolders.Manifest}.", new TextLocation(candidate.Manifest), "Add it, or remove the folder."),
        ],
    };

    private static PluginCandidate Broken(PluginCandidate candidate, string code, string message, string remedy) =>
        candidate with { Diagnostics = [Fault(candidate, code, message, remedy)] };

    private static Diagnostic Fault(PluginCandidate candidate, string code, string message, string remedy) =>
        new(code, DiagnosticSeverity.Error, message, new TextLocation(candidate.Manifest), remedy);
}
