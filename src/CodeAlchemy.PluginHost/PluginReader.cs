using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;
using CodeAlchemy.Manifests.Editing;

namespace CodeAlchemy.PluginHost;

/// <summary>Reads one plugin's folder: its manifest and whether what it names is there. Loads nothing.</summary>
internal static class PluginReader
{
    private const long MostBytes = 4L << 20;
    private const string OwnFolder = "{plugin}/";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a plugin of a layer, which must lie in the folder of its kind and id.</summary>
    public static PluginCandidate Read(PluginKind kind, PluginLayer layer, string directory) => Read(kind, layer, directory, inPlace: true);

    /// <summary>Reads a plugin wherever it lies.</summary>
    public static Parsed<PluginDefinition> Read(string directory, string layer)
    {
        var candidate = Read(PluginKind.Language, new PluginLayer(layer, directory), directory, inPlace: false);
        return new Parsed<PluginDefinition>(candidate.Plugin, candidate.Diagnostics);
    }

    /// <summary>Reads a plugin whose manifest is not on the disk as it is.</summary>
    public static Parsed<PluginDefinition> Read(string directory, string layer, string text)
    {
        var candidate = new PluginCandidate(PluginKind.Language, Path.GetFileName(directory), new PluginLayer(layer, directory), directory, null, []);
        candidate = Check(candidate, text, inPlace: false);
        return new Parsed<PluginDefinition>(candidate.Plugin, candidate.Diagnostics);
    }

    private static PluginCandidate Read(PluginKind kind, PluginLayer layer, string directory, bool inPlace)
    {
        var candidate = new PluginCandidate(kind, Path.GetFileName(directory), layer, directory, null, []);
        try
        {
            var file = candidate.Manifest;
            return new FileInfo(file).Length > MostBytes
                ? Broken(candidate, DiagnosticCodes.TooLarge, $"The manifest of a plugin may have at most {MostBytes} bytes.", "Make it smaller.")
                : Check(candidate, Strict.GetString(File.ReadAllBytes(file)), inPlace);
        }
        catch (DecoderFallbackException)
        {
            return Broken(candidate, PluginCodes.Unreadable, "The manifest is not UTF-8.", "Save it as UTF-8.");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return inPlace ? NoManifest(candidate) : Broken(candidate, PluginCodes.Unreadable, $"There is no {PluginFolders.Manifest} in '{directory}'.", "Name the folder of a plugin.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Broken(candidate, PluginCodes.Unreadable, $"The manifest can't be read: {failure.Message}", "Check the file and its rights.");
        }
    }

    private static PluginCandidate Check(PluginCandidate candidate, string text, bool inPlace)
    {
        var parsed = PluginManifestReader.Read(text, candidate.Manifest, candidate.Directory, candidate.Layer.Name);
        candidate = candidate with { Plugin = parsed.Value, Diagnostics = parsed.Diagnostics };
        if (parsed.Value is not { } plugin)
        {
            return candidate;
        }

        var place = inPlace ? Place(candidate, plugin) : [];
        var faults = place.Concat(Version(candidate, plugin)).Concat(Files(candidate, plugin, text)).ToImmutableArray();
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

    private static IEnumerable<Diagnostic> Files(PluginCandidate candidate, PluginDefinition plugin, string text) =>
        NamedFiles(plugin)
            .Where(file => !Path.Exists(Path.Combine(candidate.Directory, file)))
            .Select(file => Fault(candidate, PluginCodes.MissingFile, $"The plugin '{plugin.Id}' has no file '{file}', which its manifest names.", "Add the file or correct its name.") with
            {
                Location = DocumentPlaces.Find(text, candidate.Manifest, value => value == file || value == OwnFolder + file),
            });

    private static IEnumerable<string> NamedFiles(PluginDefinition plugin)
    {
        var queries = plugin.Language?.Tracers.Select(tracer => tracer.Instrument?.Queries) ?? [];
        return queries.Prepend(plugin.Language?.Entry).Prepend(plugin.Language?.Outline).OfType<string>().Concat(OwnFiles(plugin.Language)).Distinct();
    }

    /// <summary>Files of the plugin that its commands name, such as <c>{plugin}/tracer.py</c>.</summary>
    private static IEnumerable<string> OwnFiles(LanguageDefinition? language)
    {
        if (language is null)
        {
            return [];
        }

        return language.AllCommands().SelectMany(command => command)
            .Where(part => part.StartsWith(OwnFolder, StringComparison.Ordinal) && part.IndexOf('{', 1) < 0)
            .Select(part => part[OwnFolder.Length..])
            .Where(path => path.Length > 0);
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
