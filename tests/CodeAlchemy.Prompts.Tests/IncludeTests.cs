using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class IncludeTests : IDisposable
{
    private static readonly Dictionary<string, object?> None = [];
    private readonly string _root = Directory.CreateTempSubdirectory("includes").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void An_included_template_sees_the_variables_of_its_caller_and_its_arguments()
    {
        Write("part.scriban", "{{ name }}+{{ $1 }}+{{ $extra }}");
        Write("main.scriban", "{{ name = 'Ada' }}{{ include 'part.scriban' 5 extra: 'x' }}{{ 'part.scriban' | include }}");
        var problem = Assert.Throws<ProblemException>(() => Store().Render("main.scriban", None)).Problem;

        Assert.EndsWith("part.scriban", problem.Location!.File, StringComparison.Ordinal);
        Write("main.scriban", "{{ name = 'Ada' }}{{ include 'part.scriban' 5 extra: 'x' }}");
        Assert.Equal("Ada+5+x", Store().Render("main.scriban", None).Text);
    }

    [Fact]
    public void What_is_included_is_indented_as_its_block()
    {
        Write("lines.scriban", "one\ntwo\n  {{ 'three\nfour' }}");
        Write("main.scriban", "x\n    {{ include 'lines.scriban' }}\ny");

        Assert.Equal("x\n    one\n    two\n      three\n      four\ny", Store().Render("main.scriban", None).Text);
    }

    [Fact]
    public void The_hash_of_a_prompt_changes_with_what_it_includes_and_with_nothing_else()
    {
        Write("deep.scriban", "1");
        Write("part.scriban", "{{ include 'deep.scriban' }}");
        Write("main.scriban", "{{ include 'part.scriban' }}");
        Write("alone.scriban", "a");
        var before = Store();
        Assert.Equal("1", before.Render("main.scriban", None).Text);
        Assert.Equal(["main.scriban", "deep.scriban", "part.scriban"], before.Reach("main.scriban"));
        Write("other.scriban", "x");
        Assert.Equal(before.HashOf("main.scriban"), Store().Render("main.scriban", None).Reference.Sha256);
        Write("deep.scriban", "2");

        Assert.NotEqual(before.HashOf("main.scriban"), Store().Render("main.scriban", None).Reference.Sha256);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("a"))), Store().HashOf("alone.scriban"));
    }

    [Fact]
    public void Templates_that_include_each_other_without_end_are_stopped_with_the_place()
    {
        Write("a.scriban", "{{ include 'b.scriban' }}");
        Write("b.scriban", "\n  {{ include 'a.scriban' }}");
        var problem = Assert.Throws<ProblemException>(() => Store().Render("a.scriban", None)).Problem;

        Assert.Equal("template-limit", problem.Code);
        Assert.NotNull(problem.Location);
        Assert.Equal(64, Store().HashOf("a.scriban").Length);
    }

    [Fact]
    public void A_template_may_include_itself_while_a_condition_ends_it()
    {
        Write("tree.scriban", "{{ $1 }}{{ if $1 > 0; include 'tree.scriban' ($1 - 1); end }}");
        Write("main.scriban", "{{ include 'tree.scriban' 3 }}");

        Assert.Equal("3210", Store().Render("main.scriban", None).Text);
    }

    [Fact]
    public void A_missing_include_is_told_where_it_is_included()
    {
        Write("main.scriban", "ok\n {{ include 'gone.scriban' }}");
        var problem = Assert.Throws<ProblemException>(() => Store().HashOf("main.scriban")).Problem;

        Assert.Equal(("template-missing", 2, 5), (problem.Code, problem.Location!.Line, problem.Location.Column));
    }

    [Theory]
    [InlineData("{{ include name }}")]
    [InlineData("{{ x = @include }}")]
    [InlineData("{{ name | include }}")]
    [InlineData("{{ include_join ['a'] ',' }}")]
    public void A_path_that_is_not_known_before_rendering_is_refused(string text) =>
        Assert.Equal("template-unsupported", PromptTemplate.Parse(text, "t").Diagnostics[0].Code);

    private TemplateStore Store() => new([_root]);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);
}
