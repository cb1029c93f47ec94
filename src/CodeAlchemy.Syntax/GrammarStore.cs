using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Syntax.Native;

namespace CodeAlchemy.Syntax;

/// <summary>Finds and loads grammars from the prebuilt libraries of their packages, once each. Thread-safe.</summary>
internal sealed partial class GrammarStore(string folder)
{
    private readonly ConcurrentDictionary<GrammarReference, nint> _languages = new();

    /// <summary>The language of a grammar, its ABI checked.</summary>
    /// <exception cref="ProblemException">It is missing, broken, or of an ABI that the core can't read.</exception>
    public nint Get(GrammarReference grammar) => _languages.GetOrAdd(grammar, Load);

    private nint Load(GrammarReference grammar)
    {
        if (!PackageName().IsMatch(grammar.Package) || !SymbolName().IsMatch(grammar.Symbol))
        {
            throw Fail("grammar-invalid", $"'{grammar.Package}' with '{grammar.Symbol}' does not name a grammar.", "Write a package and an export such as tree_sitter_c.");
        }

        return Checked(grammar, Export(grammar));
    }

    private unsafe nint Export(GrammarReference grammar)
    {
        foreach (var file in Files(grammar.Package))
        {
            if (NativeLibrary.TryLoad(file, out var library) && NativeLibrary.TryGetExport(library, grammar.Symbol, out var export))
            {
                return ((delegate* unmanaged[Cdecl]<nint>)export)();
            }
        }

        throw Fail(
            "grammar-missing",
            $"No library of package '{grammar.Package}' for {Platform} with the export '{grammar.Symbol}' is under '{folder}'.",
            "Run tools/setup/install.sh, or add the package to tools/setup/package.json.");
    }

    private IEnumerable<string> Files(string package)
    {
        var prebuilds = Path.Combine(folder, package, "prebuilds", Platform);
        return Directory.Exists(prebuilds) ? Directory.EnumerateFiles(prebuilds, "*.node").Order(StringComparer.Ordinal) : [];
    }

    private static nint Checked(GrammarReference grammar, nint language)
    {
        var abi = language == 0 ? 0 : Core.ts_language_abi_version(language);
        return abi is >= CoreLibrary.OldestAbi and <= CoreLibrary.NewestAbi
            ? language
            : throw Fail(
                "grammar-abi",
                $"Grammar '{grammar.Package}' has ABI {abi}; the tree-sitter core reads {CoreLibrary.OldestAbi} to {CoreLibrary.NewestAbi}.",
                "Install a version of the package made for one of these.");
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture switch { Architecture.X64 => "x64", Architecture.Arm64 => "arm64", var other => other.ToString() }}";
        }
    }

    private static ProblemException Fail(string code, string message, string remedy) =>
        new(new Problem(code, message, remedy, ExitCode.MissingTool));

    [GeneratedRegex(@"^(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*\z")]
    private static partial Regex PackageName();

    [GeneratedRegex(@"^tree_sitter_[a-z0-9_]+\z")]
    private static partial Regex SymbolName();
}
