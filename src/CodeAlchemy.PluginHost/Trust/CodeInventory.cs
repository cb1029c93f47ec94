using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Trust;

/// <summary>What of a plugin runs. Data alone gives nothing.</summary>
public static class CodeInventory
{
    private const string Folder = "{plugin}";

    private static readonly EnumerationOptions BelowWithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
    private static readonly string[] NativeEndings = [".so", ".node", ".dylib"];

    /// <summary>What a plugin runs, one line each, for a person; empty when it is data alone.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="isKnownGrammar">Whether a grammar's package belongs to the installation of the tool.</param>
    public static ImmutableArray<string> Of(PluginDefinition plugin, Func<string, bool> isKnownGrammar)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(isKnownGrammar);
        return [.. Assemblies(plugin), .. plugin.Language is { } language ? Programs(language, isKnownGrammar) : [], .. NativeLibraries(plugin)];
    }

    private static IEnumerable<string> Assemblies(PluginDefinition plugin)
    {
        if ((plugin.Strategy ?? plugin.Evaluator)?.Assembly is { } assembly)
        {
            yield return $"the assembly {assembly}, in the tool itself and with your rights";
        }
    }

    private static IEnumerable<string> Programs(LanguageDefinition language, Func<string, bool> isKnownGrammar)
    {
        if (language.Grammar is { } grammar && !isKnownGrammar(grammar.Package))
        {
            yield return $"the native grammar {grammar.Package}, in the tool itself and with your rights";
        }

        foreach (var command in language.Prepare)
        {
            yield return $"to prepare, in the sandbox: {string.Join(' ', command)}";
        }

        foreach (var command in language.Compile.Append(language.CompileServer).Append(language.Run).Where(Own))
        {
            yield return $"for each program, in the sandbox: {string.Join(' ', command)}";
        }

        foreach (var tracer in language.Tracers)
        {
            foreach (var command in tracer.Compile.Append(tracer.Command))
            {
                yield return $"to trace ({tracer.Name}), in the sandbox: {string.Join(' ', command)}";
            }
        }

        foreach (var command in language.CounterCompile.Append(language.Counter).Where(command => !command.IsDefaultOrEmpty))
        {
            yield return $"to count lines, in the sandbox: {string.Join(' ', command)}";
        }
    }

    // A language that only names programs of the system is data; one that brings its own is not.
    private static bool Own(ImmutableArray<string> command) => command.Any(part => part.Contains(Folder, StringComparison.Ordinal));

    private static IEnumerable<string> NativeLibraries(PluginDefinition plugin) => Directory.Exists(plugin.Directory)
        ? Directory.EnumerateFiles(plugin.Directory, "*", BelowWithoutLinks)
            .Where(file => NativeEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Select(file => $"the native library {Path.GetRelativePath(plugin.Directory, file).Replace('\\', '/')}, if something loads it")
            .Order(StringComparer.Ordinal)
        : [];
}
