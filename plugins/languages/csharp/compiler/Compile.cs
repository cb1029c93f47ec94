using System.Reflection;
using System.Runtime.Loader;

namespace CodeAlchemy.Compiler;

/// <summary>
/// Compiles one file with the Roslyn that lies in the SDK's own folder, as it is or with probes.
/// Arguments: plain|traced, output folder, source file, the recorder's assembly.
/// </summary>
internal static class Compile
{
    private static int Main(string[] arguments)
    {
        var roslyn = Path.Combine(Sdk.Newest(), "Roslyn", "bincore");
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var file = Path.Combine(roslyn, name.Name + ".dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
        return Build.Run(arguments[0] == "traced", arguments[1], arguments[2], arguments[3]);
    }
}
