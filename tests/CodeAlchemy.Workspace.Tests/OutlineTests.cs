using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Syntax;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class OutlineTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "outlines");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder).Where(path => !path.EndsWith(".txt", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_outline_of_a_file_names_what_stands_in_it(string file)
    {
        using var workshop = new Workshop();
        var text = File.ReadAllText(Path.Combine(Folder, file));

        var outline = workshop.Installation.Syntax.Outline(workshop.Language(file), text);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, file + ".txt")), Show(outline, text));
    }

    [Fact]
    public void Every_language_with_a_grammar_has_an_outline()
    {
        using var workshop = new Workshop();
        var covered = Files.Select(row => workshop.Language(row.Data)).ToHashSet();

        Assert.All(workshop.Installation.Plugins.Languages.Where(language => language.Grammar is not null), language =>
        {
            Assert.NotNull(language.Outline);
            Assert.Contains(language.Id, covered);
        });
    }

    private static string Show(SourceOutline outline, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        string At(SourceSpan span) => Encoding.UTF8.GetString(bytes, span.Start, span.Length).Replace("\n", "\\n", StringComparison.Ordinal);
        var shown = new StringBuilder();
        foreach (var import in outline.Imports)
        {
            shown.Append(CultureInfo.InvariantCulture, $"import {import.Name} ({import.Span.StartLine})\n");
        }

        foreach (var type in outline.Types)
        {
            shown.Append(CultureInfo.InvariantCulture, $"type {type.Name} ({type.Span.StartLine}-{type.Span.EndLine})\n");
        }

        foreach (var f in outline.Functions)
        {
            var documentation = f.Documentation is { } span ? $" doc [{At(span)}]" : "";
            shown.Append(CultureInfo.InvariantCulture, $"function {f.Name}{At(f.Parameters)} ({f.Span.StartLine}-{f.Span.EndLine}) body [{At(f.Body)[..1]}…]{documentation}\n");
        }

        shown.Append(CultureInfo.InvariantCulture, $"comments {string.Join(" | ", outline.Comments.Select(At))}\n");
        return shown.ToString();
    }
}
