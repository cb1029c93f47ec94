using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Syntax.Tests;

/// <summary>The real core and grammars, or a reason to skip.</summary>
internal static class Grammars
{
    public static readonly GrammarReference C = new("tree-sitter-c", "tree_sitter_c");
    public static readonly GrammarReference Python = new("tree-sitter-python", "tree_sitter_python");

    private static readonly string? Deps = Find();

    public static SyntaxService Service() => new(Options());

    public static SyntaxOptions Options()
    {
        if (Deps is null)
        {
            Assert.Skip("The native dependencies are not installed (tools/setup/install.sh).");
        }

        return new SyntaxOptions(Path.Combine(Deps, "native"), Path.Combine(Deps, "node_modules"));
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var deps = Path.Combine(folder.FullName, ".deps");
            if (File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
            {
                return File.Exists(Path.Combine(deps, "natives.sha256")) ? deps : null;
            }
        }

        return null;
    }
}
