using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Tests.Support;

/// <summary>Language definitions as their plugin.yaml says, without the manifest reader.</summary>
internal static class Languages
{
    public static string Root { get; } = FindRoot();

    /// <summary>plugins/languages/python/plugin.yaml.</summary>
    public static LanguageDefinition Python { get; } = new()
    {
        Id = "python",
        Version = "1.0.0",
        Name = "Python",
        Directory = Path.Combine(Root, "plugins/languages/python"),
        Extensions = [".py"],
        Grammar = new GrammarReference("tree-sitter-python", "tree_sitter_python"),
        LineComment = "#",
        Toolchain = [new ToolRequirement("python3", ["python3", "--version"], "3.8", "python3")],
        Prepare = [["python3", "-s", "-B", "{plugin}/prepare.py", "{plugin}/tracer", "{prepared}/sitecustomize.pyc"]],
        Run = ["python3", "-s", "-B", "{file}"],
        Tracers =
        [
            new TracerDefinition { Name = "settrace", Command = ["env", "PYTHONPATH={prepared}", "python3", "-s", "-B", "{file}"] },
        ],
        Counter = ["python3", "-s", "-B", "{plugin}/counter.py", "{file}"],
        Environment = ImmutableSortedDictionary<string, string>.Empty.Add("PYTHONHASHSEED", "0"),
        MissingLibrary = ["No module named '([^']+)'"],
        WaitsForInput = ["EOFError: EOF when reading a line"],
        MemoryOverhead = 64L << 20,
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
