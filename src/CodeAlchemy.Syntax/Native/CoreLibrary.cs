using System.Reflection;
using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Syntax.Native;

/// <summary>Loads the tree-sitter core. A process has one: the first folder that holds it serves all services.</summary>
internal static class CoreLibrary
{
    /// <summary>Oldest grammar ABI that the core reads (<c>TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION</c>).</summary>
    public const uint OldestAbi = 13;

    /// <summary>Newest grammar ABI that the core reads (<c>TREE_SITTER_LANGUAGE_VERSION</c>).</summary>
    public const uint NewestAbi = 15;

    private static readonly Lock Gate = new();
    private static nint _library;

    /// <summary>Makes sure that the core is loaded.</summary>
    /// <exception cref="ProblemException">The folder does not hold it, or it can't be loaded.</exception>
    public static void Ensure(string folder)
    {
        lock (Gate)
        {
            if (_library != 0)
            {
                return;
            }

            var path = Path.Combine(folder, FileName);
            if (!NativeLibrary.TryLoad(path, out var library))
            {
                throw new ProblemException(Missing(path));
            }

            NativeLibrary.SetDllImportResolver(typeof(CoreLibrary).Assembly, Resolve);
            _library = library;
        }
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "tree-sitter.dll" : OperatingSystem.IsMacOS() ? "libtree-sitter.dylib" : "libtree-sitter.so";

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Core.Library ? _library : 0;

    private static Problem Missing(string path) => new(
        "tree-sitter-missing",
        File.Exists(path) ? $"The tree-sitter core '{path}' can't be loaded." : $"The tree-sitter core '{path}' is missing.",
        "Run tools/setup/install.sh.",
        ExitCode.MissingTool);
}
