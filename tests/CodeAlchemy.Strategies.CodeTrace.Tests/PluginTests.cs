using CodeAlchemy.Grounded.Phrasing;
using System.Text.Json;
using CodeAlchemy.Prompts;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

public sealed class PluginTests
{
    [Fact]
    public void Every_template_of_the_strategy_compiles_and_reads_only_what_it_is_given()
    {
        string[] given = ["opening", "code", "numbered", "invocation", "language", "file", "docstring", "texts", "ranges", "constructors", "tries", "functions", "strict", "enums", "shapes", "named", "braces", "objects", "maps", "held", "wrappers", "fields", "properties", "endless", "comprehensions", "accessors", "examples", "decorators", "withs", "names", "raised", "brackets", "wanted", "known", "output", "line", "moment", "variables", "legend", "many", "plural", "convention", "cut", "path", "pointers", "unset", "enumerations", "types", "self", "steps", "name", "script", "commands", "min", "max", "fault", "ask"];
        var store = new TemplateStore([Path.Combine(AppContext.BaseDirectory, "templates")]);

        Assert.NotEmpty(store.Paths());
        Assert.All(store.Paths(), path => Assert.Subset(given.ToHashSet(), store.Get(path).Variables.ToHashSet()));
    }

    [Fact]
    public void The_options_of_the_manifest_are_those_that_the_code_reads()
    {
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.yaml"));
        var declared = yaml[yaml.IndexOf("  options:", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l[4] != ' ').Select(l => l.Trim().TrimEnd(':'));
        var read = typeof(CodeTraceOptions).GetProperties().Where(p => p.Name != "EqualityContract")
            .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).Concat(["mode", "role"]);

        Assert.Equal(declared.Order(), read.Order());
    }

    [Fact]
    public void Every_opening_names_the_file_among_its_first_eight_words()
    {
        var banks = new PhraseBanks(typeof(CodeTraceStrategy).Assembly);

        Assert.All([.. banks.Get("openings").Wordings, .. banks.Get("published-openings").Wordings], w => Assert.Contains(w.Split(' ').Take(8), word => word.Contains("{file}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Options_that_are_not_given_have_their_defaults()
    {
        var options = CodeTraceOptions.From(JsonDocument.Parse("""{"maxCases": 9, "renderings": ["table", "table"]}""").RootElement);

        Assert.Equal(9, options.MaxCases);
        Assert.Equal(["table"], options.Renderings);
        Assert.Equal(new CodeTraceOptions().Mutations, options.Mutations);
    }
}
