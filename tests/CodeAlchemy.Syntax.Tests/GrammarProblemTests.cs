using System.Diagnostics;
using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Syntax.Tests;

public sealed class GrammarProblemTests
{
    [Theory]
    [InlineData("tree-sitter-absent", "tree_sitter_absent", "grammar-missing")]
    [InlineData("tree-sitter-c", "tree_sitter_other", "grammar-missing")]
    [InlineData("../tree-sitter-c", "tree_sitter_c", "grammar-invalid")]
    [InlineData("tree-sitter-c", "system", "grammar-invalid")]
    public void A_grammar_that_is_not_there_is_a_problem_that_names_it(string package, string symbol, string code)
    {
        using var service = Grammars.Service();
        var error = Assert.Throws<ProblemException>(() => service.Check(new GrammarReference(package, symbol)));
        Assert.Equal(code, error.Problem.Code);
        Assert.Contains(package, error.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.MissingTool, error.Problem.Exit);
    }

    [Theory]
    [InlineData(99, "tree-sitter-future")]
    [InlineData(12, "tree-sitter-past")]
    public void A_grammar_of_another_abi_is_refused_with_both_numbers(int abi, string package)
    {
        var folder = Directory.CreateTempSubdirectory("codealchemy-abi").FullName;
        try
        {
            var prebuilds = Path.Combine(folder, package, "prebuilds", "linux-x64");
            Directory.CreateDirectory(prebuilds);
            Compile($"unsigned language[256] = {{ {abi} }}; void *tree_sitter_odd(void) {{ return language; }}", Path.Combine(prebuilds, "odd.node"));
            using var service = new SyntaxService(Grammars.Options() with { GrammarFolder = folder });
            var error = Assert.Throws<ProblemException>(
                () => service.Parse(new GrammarReference(package, "tree_sitter_odd"), "x", TestContext.Current.CancellationToken));
            Assert.Equal("grammar-abi", error.Problem.Code);
            Assert.Contains($"ABI {abi};", error.Problem.Message, StringComparison.Ordinal);
            Assert.Contains("13 to 15", error.Problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compile(string source, string output)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/cc"))
        {
            Assert.Skip("Needs a C compiler on Linux.");
        }

        var start = new ProcessStartInfo("/usr/bin/cc", ["-shared", "-fPIC", "-x", "c", "-", "-o", output]) { RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(source);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
