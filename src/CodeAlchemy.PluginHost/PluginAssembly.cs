using System.Reflection;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>Finds a plugin's assembly: beside its manifest, or in the output of its build.</summary>
internal static class PluginAssembly
{
    private const string Framework = "net10.0";

    private static readonly string HostConfiguration =
        typeof(PluginAssembly).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Release";

    public static string Locate(PluginDefinition plugin, string assembly)
    {
        var places = Places(plugin.Directory, assembly).ToArray();
        return places.FirstOrDefault(File.Exists) ?? throw new ProblemException(new Problem(
            PluginCodes.AssemblyMissing,
            $"The strategy '{plugin.Id}' has no assembly '{assembly}'; looked for {string.Join(", ", places.Select(place => Path.GetRelativePath(plugin.Directory, place)))} in {plugin.Directory}.",
            "Build the plugin, or put the assembly beside its manifest.",
            ExitCode.Plugin,
            new TextLocation(Path.Combine(plugin.Directory, PluginFolders.Manifest))));
    }

    /// <summary>The assembly in the output of its build, or <see langword="null"/>.</summary>
    public static string? Built(string directory, string assembly) => Places(directory, assembly).Skip(1).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Places(string directory, string assembly)
    {
        string[] configurations = ["Debug", "Release"];
        return configurations
            .OrderBy(configuration => configuration != HostConfiguration)
            .Select(configuration => Path.Combine(directory, "bin", configuration, Framework, assembly))
            .Prepend(Path.Combine(directory, assembly));
    }
}
