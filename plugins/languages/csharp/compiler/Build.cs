using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CodeAlchemy.Compiler;

/// <summary>One compilation of a program as `dotnet run` would do it: a debug build, with line numbers for stack traces.</summary>
internal static class Build
{
    private const int Rounds = 8;

    // What the SDK's projects import by themselves; used only when a program doesn't compile without.
    private const string ImplicitUsings =
        "global using System;global using System.Collections.Generic;global using System.IO;global using System.Linq;"
        + "global using System.Net.Http;global using System.Threading;global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Options =
        new(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: ["DEBUG", "TRACE", "NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET8_0_OR_GREATER"]);

    public static int Run(bool isTraced, string output, string file, string recorder)
    {
        var text = SourceText.From(File.ReadAllBytes(file), File.ReadAllBytes(file).Length, Encoding.UTF8, throwIfBinaryDetected: false);
        var name = Path.GetFileNameWithoutExtension(file);
        var plain = Compilation(name, file, text, isTraced ? recorder : null, withUsings: false);
        if (Errors(plain.GetDiagnostics()).Length > 0)
        {
            var with = Compilation(name, file, text, isTraced ? recorder : null, withUsings: true);
            var errors = Errors(plain.GetDiagnostics());
            if (Errors(with.GetDiagnostics()).Length > 0)
            {
                return Fail(errors);
            }

            plain = with;
        }

        if (!isTraced)
        {
            return Emit(plain, output, name) is { Length: > 0 } failed ? Fail(failed) : 0;
        }

        File.Copy(recorder, Path.Combine(output, Path.GetFileName(recorder)), overwrite: true);
        return Trace(plain, file, output, name);
    }

    /// <summary>Puts probes in and compiles; functions in which they don't compile are left out in further rounds.</summary>
    private static int Trace(CSharpCompilation plain, string file, string output, string name)
    {
        var tree = plain.SyntaxTrees[0];
        var left = new HashSet<int>();
        var reasons = "";
        for (var round = 0; ; round++)
        {
            var plan = new Planner(plain.GetSemanticModel(tree), tree.GetRoot(), left).Plan();
            var rewritten = plan.Edits.Apply(tree.GetText());
            var traced = plain.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(rewritten, Options, file));
            var errors = Emit(traced, output, name);
            if (errors.Length == 0)
            {
                plan.Sites.Write(Path.Combine(output, "codealchemy.sites"));
                if (left.Count > 0)
                {
                    Console.Error.WriteLine($"{left.Count} functions are not traced: {reasons}");
                }

                return 0;
            }

            var before = left.Count;
            reasons += string.Join(' ', errors.Select(error => error.Id).Distinct()) + " ";
            foreach (var error in errors)
            {
                left.UnionWith(plan.FunctionsAt(plan.Edits.Original(error.Location.SourceSpan.Start)));
            }

            if (round >= Rounds || left.Count == before)
            {
                return Fail(errors);
            }
        }
    }

    private static CSharpCompilation Compilation(string name, string file, SourceText text, string? recorder, bool withUsings)
    {
        var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(text, Options, file) };
        if (withUsings)
        {
            trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(ImplicitUsings, Encoding.UTF8), Options, "usings.g.cs"));
        }

        var references = Sdk.References().Concat(recorder is null ? [] : [recorder]).Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(name, trees, references, new CSharpCompilationOptions(
            OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Debug, allowUnsafe: true, deterministic: true, concurrentBuild: false,
            generalDiagnosticOption: ReportDiagnostic.Suppress));
    }

    private static Diagnostic[] Emit(CSharpCompilation compilation, string output, string name)
    {
        using var image = File.Create(Path.Combine(output, name + ".dll"));
        using var symbols = File.Create(Path.Combine(output, name + ".pdb"));
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: name + ".pdb"));
        return result.Success ? [] : Errors(result.Diagnostics);
    }

    private static Diagnostic[] Errors(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];

    private static int Fail(Diagnostic[] errors)
    {
        foreach (var error in errors.Take(50))
        {
            var at = error.Location.GetLineSpan();
            Console.Error.WriteLine($"{Path.GetFileName(at.Path)}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): error {error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return 1;
    }
}
