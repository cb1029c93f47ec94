using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Questions.Kinds;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

/// <summary>What is left out because a careful reader would send it back.</summary>
public sealed class FairnessTests
{
    [Theory]
    [InlineData("cpp", "enum class Kind { Name, Error };\nstruct Token {\n    Kind kind;\n    int column;\n};\n", "{.kind = 4, .column = 7}", true)]
    [InlineData("cpp", "enum class Kind { Name, Error };\nstruct Token {\n    Kind kind;\n    int column;\n};\n", "{.column = 7}", false)]
    [InlineData("c", "typedef enum { GOOD, BAD } verdict;\nstruct result { verdict found; int column; };\n", "{.found = 1, .column = 2}", true)]
    [InlineData("python", "enum = 1\nKind = enum\n", "{.kind = 4}", false)]
    public void Members_that_are_enumerations_are_not_shown_as_numbers(string language, string text, string value, bool shown) =>
        Assert.Equal(shown, new EnumFields(Grades.Source() with { Language = language, Text = text }).In(value));

    [Theory]
    [InlineData("public static void main(String[] args) {\n    System.out.println(1);\n}\n", false)]
    [InlineData("public static void main(String[] args) {\n    System.out.println(args[0]);\n}\n", true)]
    [InlineData("int main(int argc, char **argv)\n{\n    return argc;\n}\n", false)]
    [InlineData("std::cin >> count;\n", true)]
    [InlineData("print(input())\n", true)]
    [InlineData("print(1 + 2)\n", false)]
    [InlineData("raise ValueError('Input value must be positive')\n", false)]
    public void A_program_that_can_be_given_nothing_is_told_from_others(string text, bool reads) =>
        Assert.Equal(reads, Inputs.AreRead(Grades.Source() with { Text = text }));

    [Theory]
    [InlineData("words.sort((a, b) => b.count - a.count);", 1, true)]
    [InlineData("std::sort(a.begin(), a.end(), [](int x, int y) {\n    return x < y;\n});", 2, true)]
    [InlineData("ranked = sorted(pairs, key=lambda pair: -pair[1])", 1, true)]
    [InlineData("for n in sorted(items):\n    total += n", 2, false)]
    [InlineData("names.forEach((name) => {\n    count += 1;\n});", 2, false)]
    public void Lines_that_order_things_for_a_library_are_told_from_others(string text, int line, bool decides) =>
        Assert.Equal(decides, Ordering.IsDecidedOn(new SourceLines(text), new SourceOutline(), line));

    [Fact]
    public async Task Nobody_asks_for_a_count_that_goes_with_another_one()
    {
        var source = new SourceLines(Grades.Text);
        var asked = 0;
        foreach (var row in await Talks.OfManyFiles())
        {
            var blocks = new HashSet<int>();
            foreach (var turn in row.Extra!["turns"]!.AsArray().Where(t => t!["kind"]?.ToString() is "line-count" or "line-count-in-call" or "line-runs-more" or "pair-more-runs" or "pair-only-one"))
            {
                asked++;
                int[] lines = [turn!["facts"]!["line"]!.GetValue<int>(), turn["facts"]!["other"]?.GetValue<int>() ?? turn["facts"]!["line"]!.GetValue<int>()];
                var heads = lines.Select(source.HeadOf).Distinct().ToList();
                Assert.All(heads, head => Assert.DoesNotContain(head, blocks));
                blocks.UnionWith(heads);
            }
        }

        Assert.True(asked > 20);
    }

    [Fact]
    public async Task Who_has_seen_a_call_line_by_line_is_not_asked_whether_its_lines_run()
    {
        var source = new SourceLines(Grades.Text);
        var walks = 0;
        foreach (var row in await Talks.OfManyFiles())
        {
            var seen = new HashSet<int>();
            foreach (var turn in row.Extra!["turns"]!.AsArray())
            {
                if (turn!["kind"]?.ToString() is "line-ever-runs" or "line-count")
                {
                    Assert.DoesNotContain(source.HeadOf(turn["facts"]!["line"]!.GetValue<int>()), seen);
                }
                else if (turn["move"]!.ToString() == "walk")
                {
                    walks++;
                    seen.UnionWith(turn["facts"]!["lines"]!.AsArray().Select(l => l!.GetValue<int>()));
                }
            }
        }

        Assert.True(walks > 0);
    }

    [Fact]
    public async Task Every_line_that_is_named_holds_a_whole_statement()
    {
        var source = new SourceLines(Grades.Text);
        foreach (var answer in (await Talks.OfManyFiles()).SelectMany(Talks.Answered))
        {
            Assert.All(
                System.Text.RegularExpressions.Regex.Matches(answer, @"(?i)(?<!output )\bline (\d+)\b"),
                named => Assert.True(source.IsOneLine(int.Parse(named.Groups[1].Value, null)), answer));
        }
    }

    [Fact]
    public async Task A_condition_is_not_explained_by_a_line_that_an_answer_has_named()
    {
        foreach (var row in await Talks.OfManyFiles())
        {
            foreach (var (turn, i) in row.Extra!["turns"]!.AsArray().Select((t, i) => (t!, i)).Where(t => t.Item1["move"]!.ToString() == "why"))
            {
                Assert.DoesNotMatch($@"(?i)\bline {turn["facts"]!["line"]}\b", string.Join('\n', Talks.Answered(row).Take(i)));
            }
        }
    }
}
