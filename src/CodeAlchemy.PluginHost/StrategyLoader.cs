using System.Collections.Concurrent;
using System.Reflection;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;

namespace CodeAlchemy.PluginHost;

/// <summary>
/// Loads strategies on first use, each into a context of its own, and keeps them. Thread-safe. A context isolates versions, not
/// security: a plugin's assembly runs with the rights of the user.
/// </summary>
public sealed class StrategyLoader
{
    private readonly ConcurrentDictionary<string, Lazy<IStrategy>> _strategies = new(StringComparer.Ordinal);

    /// <summary>The strategy of a plugin; the same instance on every call.</summary>
    /// <param name="plugin">A plugin of kind strategy.</param>
    /// <exception cref="ProblemException">The plugin does not fit the host, or its assembly is missing or broken (exit 6).</exception>
    public IStrategy Load(PluginDefinition plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return _strategies.GetOrAdd(plugin.Directory, _ => new Lazy<IStrategy>(() => Create(plugin))).Value;
    }

    private static IStrategy Create(PluginDefinition plugin)
    {
        if (!HostVersionCheck.Fits(plugin))
        {
            throw Problem(plugin, PluginCodes.HostVersion, HostVersionCheck.Message(plugin), HostVersionCheck.Remedy);
        }

        var name = plugin.Strategy?.Assembly
            ?? throw Problem(plugin, PluginCodes.NoStrategy, $"The plugin '{plugin.Id}' names no assembly with a strategy.", "Name it under 'strategy.assembly'.");
        var path = PluginAssembly.Locate(plugin, name);
        try
        {
            var assembly = new PluginLoadContext(plugin.Id, path).LoadFromAssemblyPath(path);
            return Instantiate(plugin, StrategyType(plugin, assembly));
        }
        catch (Exception failure) when (failure is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException or ReflectionTypeLoadException or MissingMemberException or InvalidOperationException)
        {
            throw Problem(plugin, PluginCodes.AssemblyBroken, $"The assembly '{name}' of the strategy '{plugin.Id}' can't be loaded: {Cause(failure)}", "Build the plugin against this host's contract, with everything it needs beside it.", failure);
        }
    }

    private static Type StrategyType(PluginDefinition plugin, Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IStrategy).IsAssignableFrom(type)).ToArray();
        var wanted = plugin.Strategy!.Type;
        var found = wanted is null ? types : [.. types.Where(type => type.FullName == wanted)];
        return found.Length switch
        {
            1 => found[0],
            0 => throw Problem(plugin, PluginCodes.NoStrategy, NoStrategy(plugin, wanted), Suggest(wanted, types)),
            _ => throw Problem(plugin, PluginCodes.SeveralStrategies, $"The assembly of '{plugin.Id}' holds several strategies: {Names(types)}.", "Name one of them under 'strategy.type'."),
        };
    }

    private static string NoStrategy(PluginDefinition plugin, string? wanted) => wanted is null
        ? $"The assembly of '{plugin.Id}' holds no class that implements {nameof(IStrategy)}."
        : $"The assembly of '{plugin.Id}' holds no class '{wanted}' that implements {nameof(IStrategy)}.";

    private static string Suggest(string? wanted, Type[] types)
    {
        var nearest = wanted is null ? null : NearestName.Find(wanted, types.Select(type => type.FullName!));
        return nearest is not null ? $"Did you mean '{nearest}'?"
            : types.Length > 0 ? $"It holds: {Names(types)}."
            : $"Add a public class that implements {nameof(IStrategy)}.";
    }

    private static string Names(Type[] types) => string.Join(", ", types.Select(type => type.FullName).Order(StringComparer.Ordinal));

    private static IStrategy Instantiate(PluginDefinition plugin, Type type)
    {
        var constructor = type.GetConstructor(Type.EmptyTypes)
            ?? throw Problem(plugin, PluginCodes.Constructor, $"The class '{type.FullName}' of the strategy '{plugin.Id}' has no public constructor without parameters.", "Add one; what a strategy needs comes through the workbench.");
        try
        {
            return (IStrategy)constructor.Invoke([]);
        }
        catch (TargetInvocationException failure)
        {
            throw Problem(plugin, PluginCodes.Constructor, $"The strategy '{plugin.Id}' can't be created: the constructor of '{type.FullName}' threw {Cause(failure.InnerException ?? failure)}", "Correct the plugin.", failure);
        }
    }

    private static string Cause(Exception failure) => failure switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Cause(first),
        TypeInitializationException { InnerException: { } inner } => Cause(inner),
        _ => $"{failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}",
    };

    private static ProblemException Problem(PluginDefinition plugin, string code, string message, string remedy, Exception? inner = null) =>
        new(new Problem(code, message, remedy, ExitCode.Plugin, new TextLocation(Path.Combine(plugin.Directory, PluginFolders.Manifest))), inner);
}
