using System.Text.Json;
using CodeAlchemy.Grounded.Damage;
using CodeAlchemy.Prompts;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

public sealed class PluginTests
{
    private static string Yaml => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.yaml"));

    [Fact]
    public void Every_damage_has_a_task_and_wordings_for_what_is_wanted_and_what_was_done()
    {
        Assert.Equal(Damages.All.Select(d => d.Id).Order(StringComparer.Ordinal), Improvements.All.Select(i => i.Damage).Order(StringComparer.Ordinal));
        Assert.All(Improvements.All.Select(i => i.Task).Concat(["document-head", "document-one", "name-constants-one"]), task =>
        {
            Assert.True(Phrases.Banks.Get($"ask-{task}").Wordings.Distinct().Count() >= 6, task);
            Assert.True(Phrases.Banks.Get($"done-{task}").Wordings.Distinct().Count() >= 4, task);
            Assert.True(Phrases.Banks.Get($"wish-{task}").Wordings.Distinct().Count() >= 3, task);
            Assert.True(Phrases.Banks.Get($"part-{task}").Wordings.Distinct().Count() >= 3, task);
        });
    }

    [Fact]
    public void What_is_said_of_one_change_among_several_does_not_deny_the_others() =>
        Assert.All(
            Improvements.All.SelectMany(i => Phrases.Banks.Get($"part-{i.Task}").Wordings),
            w => Assert.DoesNotMatch("nothing else|No statement|otherwise|the same|left the code alone|as it was|[Oo]nly white", w));

    [Theory]
    [InlineData("flatten")]
    [InlineData("inline-temporaries")]
    [InlineData("remove-dead-code")]
    [InlineData("simplify-booleans")]
    [InlineData("straighten-conditions")]
    public void What_is_wanted_fits_one_place_as_well_as_many(string task) =>
        Assert.All(
            Phrases.Banks.Get($"ask-{task}").Wordings.Concat(Phrases.Banks.Get($"wish-{task}").Wordings),
            w => Assert.DoesNotMatch(@"\b(?:those|these|[Ss]ome|conditions|variables (?!that nobody)|functions|ifs|elses)\b", w));

    [Fact]
    public void Nothing_is_claimed_of_the_code_that_stays() =>
        Assert.All(Improvements.All.SelectMany(i => Phrases.Banks.Get($"done-{i.Task}").Wordings), w => Assert.DoesNotMatch("is left is|all of it is needed", w));

    [Fact]
    public void A_request_for_constants_says_which_numbers_and_one_for_a_single_comment_says_about_what()
    {
        Assert.All(new[] { "ask-name-constants", "wish-name-constants", "ask-name-constants-one", "wish-name-constants-one" }.SelectMany(b => Phrases.Banks.Get(b).Wordings), w => Assert.Contains("{numbers}", w, StringComparison.Ordinal));
        Assert.All(Phrases.Banks.Get("ask-document-one").Wordings.Concat(Phrases.Banks.Get("wish-document-one").Wordings), w => Assert.Contains("{subject}", w, StringComparison.Ordinal));
    }

    [Fact]
    public void The_options_of_the_manifest_are_those_that_the_code_reads()
    {
        var declared = Yaml[Yaml.IndexOf("  options:", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l[4] != ' ').Select(l => l.Trim().TrimEnd(':'));
        var read = typeof(CodeEnhanceOptions).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);

        Assert.Equal(declared.Order(), read.Concat(["mode", "role"]).Order());
        Assert.Contains($"default: [{string.Join(", ", new CodeEnhanceOptions().Damages)}]", Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_are_not_given_have_their_defaults()
    {
        var options = CodeEnhanceOptions.From(JsonDocument.Parse("""{"perFile": 9, "threshold": 0.5, "rewriteAll": true}""").RootElement);

        Assert.Equal((9, 0.5, true), (options.PerFile, options.Threshold, options.RewriteAll));
        Assert.Equal(new CodeEnhanceOptions().KeepOriginal, options.KeepOriginal);
        Assert.Contains($"default: {new CodeEnhanceOptions().Threshold.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n", Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_opening_names_the_file_among_its_first_eight_words() =>
        Assert.All(Phrases.Banks.Get("openings").Wordings, w => Assert.Contains(w.Split(' ').Take(8), word => word.Contains("{file}", StringComparison.Ordinal)));

    [Fact]
    public void Every_template_compiles_and_reads_only_what_it_is_given()
    {
        string[] given = ["opening", "code", "ask", "language", "file", "weaknesses", "broken", "difference", "weakness"];
        var store = new TemplateStore([Path.Combine(AppContext.BaseDirectory, "templates")]);

        Assert.Equal(4, store.Paths().Length);
        Assert.All(store.Paths(), path => Assert.Subset(given.ToHashSet(), store.Get(path).Variables.ToHashSet()));
    }
}
