using Xunit;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Syntax;
using CodeAlchemy.Syntax.Tests;
using CodeAlchemy.Workspace.Workbench;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

/// <summary>The six languages with their real grammars and outlines, and one program that is the same in all of them.</summary>
internal static class Languages
{
    private static readonly Lazy<SyntaxService> Syntax = new(Grammars.Service);
    private static readonly OutlineReader Outlines = new();
    private static readonly ConcurrentDictionary<string, LanguageDefinition> Known = new();

    /// <summary>File names of the program.</summary>
    public static TheoryData<string> Programs => ["bills.c", "bills.cpp", "Bills.java", "bills.js", "bills.py", "bills.ts"];

    public static SourceFile Program(string file) => Source(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "programs", file)), file);

    public static SourceFile Source(string text, string file) => new()
    {
        Ordinal = 0,
        Path = file,
        Language = Path.GetExtension(file) switch { ".py" => "python", ".js" => "javascript", ".ts" => "typescript", var other => other[1..] },
        Text = text,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + file))),
    };

    public static ISyntaxTree? Parse(SourceFile file) =>
        file.Language == "unknown" ? null : Syntax.Value.Parse(new GrammarReference(file.Language == "lua" ? "@tree-sitter-grammars/tree-sitter-lua" : $"tree-sitter-{file.Language}", $"tree_sitter_{file.Language}"), file.Text, TestContext.Current.CancellationToken);

    public static SourceOutline Outline(SourceFile file)
    {
        using var tree = Parse(file);
        return tree is null ? SourceOutline.Empty : Outlines.Read(Definition(file.Language), tree, file.Text);
    }

    public static ParsedProgram Parsed(SourceFile file) => ParsedProgram.Of(Parse(file)!, Outline(file), file);

    public static ParsedProgram Parsed(string text, string file) => Parsed(Source(text, file));

    private static LanguageDefinition Definition(string id) => Known.GetOrAdd(id, key => new LanguageDefinition
    {
        Id = key, Version = "1.0.0", Name = key, Run = [], Directory = Path.Combine(Root(AppContext.BaseDirectory), "plugins", "languages", key), Outline = "queries/outline.scm",
    });

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "CodeAlchemy.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
