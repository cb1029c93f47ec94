using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class TemplateCaseTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(TemplateCase.Folder, "*.case").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_renders_as_its_case_says_or_is_refused_with_its_place(string name)
    {
        var c = TemplateCase.Read(name);
        var (text, error) = Outcome(c, name);
        if (c.Error is null)
        {
            Assert.Null(error);
            Assert.Equal(c.Expected, text);
        }
        else
        {
            Assert.NotNull(error);
            Assert.StartsWith(c.Error, error, StringComparison.Ordinal);
        }
    }

    private static (string? Text, string? Error) Outcome(TemplateCase c, string name)
    {
        var parsed = PromptTemplate.Parse(c.Template, name);
        if (parsed.HasErrors)
        {
            Assert.Null(parsed.Value);
            var first = parsed.Diagnostics[0];
            Assert.Equal(name, first.Location!.File);
            return (null, $"{first.Location.Line}:{first.Location.Column} {first.Code} {first.Message}");
        }

        try
        {
            return (parsed.Value!.Render(c.Values), null);
        }
        catch (ProblemException e)
        {
            var location = e.Problem.Location!;
            return (null, $"{location.Line}:{location.Column} {e.Problem.Code} {e.Problem.Message} {e.Problem.Remedy}");
        }
    }
}
