using CodeAlchemy.Prompts.Editing;
using Xunit;

namespace CodeAlchemy.Prompts.Tests.Editing;

/// <summary>The cursor is written as <c>¦</c>.</summary>
public sealed class EditedTemplateTests
{
    [Theory]
    [InlineData("a ¦ b", TemplatePlaceKind.Nothing, "", "")]
    [InlineData("{{ ¦ }}", TemplatePlaceKind.Name, "", "")]
    [InlineData("{{¦", TemplatePlaceKind.Name, "", "")]
    [InlineData("{{- na¦me }} b", TemplatePlaceKind.Name, "name", "")]
    [InlineData("{{ string.¦ }}", TemplatePlaceKind.Member, "", "string")]
    [InlineData("{{ x | string.up¦case }}", TemplatePlaceKind.Member, "upcase", "string")]
    [InlineData("{{ a.b?.c¦", TemplatePlaceKind.Member, "c", "a.b")]
    [InlineData("{{ x = \"st¦r\" }}", TemplatePlaceKind.Nothing, "", "")]
    [InlineData("{{ x = \"str\"¦ }}", TemplatePlaceKind.Nothing, "", "")]
    [InlineData("{{ include \"co¦de/x\" }}", TemplatePlaceKind.IncludePath, "code/x", "")]
    [InlineData("{{ include '¦", TemplatePlaceKind.IncludePath, "", "")]
    [InlineData("{{ include(\"¦", TemplatePlaceKind.IncludePath, "", "")]
    [InlineData("{{ # note ¦", TemplatePlaceKind.Nothing, "", "")]
    [InlineData("{{ # note\n ¦ }}", TemplatePlaceKind.Name, "", "")]
    [InlineData("{{ ## note ## ¦ }}", TemplatePlaceKind.Name, "", "")]
    [InlineData("{{ 12¦ }}", TemplatePlaceKind.Nothing, "", "")]
    [InlineData("{{ x }} ¦ {{ y }}", TemplatePlaceKind.Nothing, "", "")]
    [InlineData("{{ x }} {{ ¦y }}", TemplatePlaceKind.Name, "y", "")]
    [InlineData("{%{ {{ ¦ }%}", TemplatePlaceKind.Nothing, "", "")]
    [InlineData("𝒳𝒴 {{ 𝒵 = 1 }} {{ ab¦c }}", TemplatePlaceKind.Name, "abc", "")]
    [InlineData("{{ $\"a {na¦me} b\" }}", TemplatePlaceKind.Name, "name", "")]
    [InlineData("{{ if x &&¦ }}", TemplatePlaceKind.Name, "", "")]
    public void The_place_of_the_cursor_is_told(string text, TemplatePlaceKind kind, string word, string target)
    {
        var offset = text.IndexOf('¦', StringComparison.Ordinal);
        var whole = text.Remove(offset, 1);

        var place = EditedTemplate.Read(whole).At(offset);

        Assert.Equal((kind, word, target), (place.Kind, whole.Substring(place.Start, place.Length), place.Target));
    }

    [Theory]
    [InlineData("{{ string.up¦case x }}", "string.upcase")]
    [InlineData("{{ str¦ing.upcase x }}", "string")]
    [InlineData("{{ include \"a/¦b.scriban\" }}", "a/b.scriban")]
    [InlineData("{{ x ¦ + }}", "x")]
    [InlineData("te¦xt", null)]
    [InlineData("{{ \"te¦xt\" }}", null)]
    public void The_word_under_the_cursor_is_told(string text, string? path)
    {
        var offset = text.IndexOf('¦', StringComparison.Ordinal);
        offset = text.Contains(" ¦ +", StringComparison.Ordinal) ? offset - 1 : offset;

        Assert.Equal(path, EditedTemplate.Read(text.Replace("¦", "", StringComparison.Ordinal)).WordAt(offset)?.Path);
    }

    [Fact]
    public void What_a_template_sets_is_told_even_if_it_is_broken() =>
        Assert.Equal(["f", "item", "part", "total"], EditedTemplate.Read("{{ total = 1; for item in items }}{{ capture part }}{{ func f(x) }}{{ a == b; c.d = 1").Sets);

    [Fact]
    public void Every_function_has_a_signature_with_its_parameters()
    {
        Assert.Equal("string.truncate text length [ellipsis]", TemplateBuiltin.Find("string.truncate")!.Signature);
        Assert.Equal(["text: text", "length: whole number", "ellipsis: text"], TemplateBuiltin.Find("string.truncate")!.Parameters);
        Assert.False(TemplateBuiltin.Find("string")!.IsFunction);
        Assert.True(TemplateBuiltin.Find("include")!.IsFunction);
        Assert.InRange(TemplateBuiltin.All.Length, 100, 300);
    }

    [Theory]
    [InlineData("{{ name }}", "name=<name>")]
    [InlineData("{{ for item in items }}{{ item.name }} {{ end }}", "items=[{name=<items.name>}]")]
    [InlineData("{{ for turn in turns; for step in turn.steps; step; end; end }}", "turns=[{steps=[<turns.steps>]}]")]
    [InlineData("{{ source.path }}{{ name.size }}{{ string.upcase name }}", "name=<name> source={path=<source.path>}")]
    [InlineData("{{ x = 1; x }}", "")]
    public void Values_have_the_shape_in_which_they_are_used(string text, string expected)
    {
        var template = PromptTemplate.Parse(text, "t").Value!;

        var values = SampleValues.For(template, new TemplateStore([]), path => $"<{path}>");

        Assert.Equal(expected, string.Join(' ', values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Show(pair.Value)}")));
        Assert.NotNull(template.Render(values));
    }

    [Fact]
    public void A_text_that_is_not_saved_takes_the_place_of_its_file()
    {
        var folder = Directory.CreateTempSubdirectory("codealchemy-templates-").FullName;
        File.WriteAllText(Path.Combine(folder, "a.scriban"), "old");

        var store = new TemplateStore([folder], new Dictionary<string, string> { [Path.Combine(folder, "a.scriban")] = "new", [Path.Combine(folder, "b.scriban")] = "{{ include 'a.scriban' }}!" });

        Assert.Equal("new!", store.Render("b.scriban", new Dictionary<string, object?>()).Text);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("{{ a.")]
    [InlineData("\"{{'")]
    [InlineData("\u0000\uD800{%{")]
    public void Any_text_can_be_asked(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200));
        var edited = EditedTemplate.Read(text);

        for (var offset = 0; offset <= text.Length; offset += 7)
        {
            var place = edited.At(offset);
            Assert.InRange(place.Start + place.Length, 0, text.Length);
            _ = edited.WordAt(offset);
        }
    }

    private static string Show(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(' ', map.Select(pair => $"{pair.Key}={Show(pair.Value)}")) + "}",
        object?[] list => "[" + string.Join(' ', list.Select(Show)) + "]",
        _ => $"{value}",
    };
}
