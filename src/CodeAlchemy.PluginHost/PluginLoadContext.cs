using System.Reflection;
using System.Runtime.Loader;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.PluginHost;

/// <summary>
/// Keeps a plugin's assemblies apart from the host's and from other plugins'. The contract comes from the host, the framework from the
/// run-time, everything else from the plugin's own folder: what the host happens to have loaded is never lent out.
/// </summary>
internal sealed class PluginLoadContext(string id, string assembly) : AssemblyLoadContext($"plugin {id}")
{
    private static readonly Assembly Contract = typeof(IStrategy).Assembly;
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Contract.GetName().Name)
        {
            return Contract;
        }

        var path = _resolver.ResolveAssemblyToPath(assemblyName);
        if (path is not null)
        {
            return LoadFromAssemblyPath(path);
        }

        var isFramework = !string.IsNullOrEmpty(assemblyName.CultureName) || File.Exists(Path.Combine(Framework, assemblyName.Name + ".dll"));
        return isFramework ? null : throw new FileNotFoundException($"The plugin does not bring the assembly '{assemblyName.Name}' {assemblyName.Version}.");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}
