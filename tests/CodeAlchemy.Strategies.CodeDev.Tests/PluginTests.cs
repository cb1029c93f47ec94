using System.Text.Json;
using CodeAlchemy.Prompts;
using CodeAlchemy.Strategies.CodeDev.Requests;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDev.Tests;

public sealed class PluginTests
{
    private static string Yaml => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.yaml"));

    [Fact]
    public void Every_task_has_a_template_that_reads_only_what_it_is_given_and_wordings()
    {
        string[] given = ["opening", "code", "numbered", "invocation", "ask", "symptoms", "diff", "output", "ends", "constructors"];
        var store = new TemplateStore([Path.Combine(AppContext.BaseDirectory, "templates")]);

        string[] ofRequests = ["work", "voice", "language", "file", "code", "symptoms", "request", "target", "targetFile", "fault"];
        var computed = store.Paths().Where(path => !path.Contains("request", StringComparison.Ordinal) && !path.Contains("model-", StringComparison.Ordinal)).ToList();

        Assert.Equal(CodeDevStrategy.AllTasks.Select(t => $"code-dev/{t.Name}.scriban").Order(StringComparer.Ordinal), computed.Order(StringComparer.Ordinal));
        Assert.All(computed, path => Assert.Subset(given.ToHashSet(), store.Get(path).Variables.ToHashSet()));
        Assert.All(store.Paths().Except(computed), path => Assert.Subset(ofRequests.ToHashSet(), store.Get(path).Variables.ToHashSet()));
        Assert.All(CodeDevStrategy.AllTasks, t => Assert.True(Phrases.Banks.Get($"ask-{t.Name}").Wordings.Length >= 4));
    }

    [Fact]
    public void The_options_of_the_manifest_are_those_that_the_code_reads()
    {
        var declared = Yaml[Yaml.IndexOf("  options:", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l[4] != ' ').Select(l => l.Trim().TrimEnd(':'));
        var read = typeof(CodeDevOptions).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);

        Assert.Equal(declared.Order(), read.Concat(["mode", "role"]).Order());
        Assert.Contains($"enum: [{string.Join(", ", RequestSet.All.Select(t => t.Name))}]", Yaml, StringComparison.Ordinal);
        Assert.Contains($"default: [{string.Join(", ", CodeDevStrategy.AllTasks.Select(t => t.Name))}]", Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_asks_the_same_of_a_change_that_shows_and_of_one_that_does_not()
    {
        Assert.All(Phrases.Banks.Get("ask-review-change").Wordings, w => Assert.DoesNotContain("If ", w, StringComparison.Ordinal));
        Assert.All(Phrases.Banks.Get("ask-review-change").Wordings, w => Assert.Contains("run", w, StringComparison.Ordinal));
        Assert.All(Phrases.Banks.Get("review-same").Wordings, w => Assert.DoesNotContain("input", w, StringComparison.Ordinal));
    }

    [Fact]
    public void Values_are_asked_for_only_where_they_are_told()
    {
        Assert.All(Phrases.Banks.Get("ask-explain-failure").Wordings, w => Assert.Contains("local variables", w, StringComparison.Ordinal));
        Assert.All(new[] { "ask-explain-place", "ask-explain-ending" }.SelectMany(bank => Phrases.Banks.Get(bank).Wordings), w => Assert.DoesNotContain("value", w, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_opening_names_the_file_among_its_first_eight_words() =>
        Assert.All(Phrases.Banks.Get("openings").Wordings, w => Assert.Contains(w.Split(' ').Take(8), word => word.Contains("{file}", StringComparison.Ordinal)));

    [Fact]
    public void Options_that_are_not_given_have_their_defaults()
    {
        var options = CodeDevOptions.From(JsonDocument.Parse("""{"maxCases": 9, "tasks": ["rename", "rename"]}""").RootElement);

        Assert.Equal(9, options.MaxCases);
        Assert.Equal(["rename"], options.Tasks);
        Assert.Equal(new CodeDevOptions().MutantsTried, options.MutantsTried);
    }
}
