using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Damage;
using CodeAlchemy.Grounded.Tests;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

/// <summary>A file whose author left the flaw in that a damage brings in is no full answer to the request to put it right.</summary>
public sealed class SuitedTests
{
    public static MatrixTheoryData<string, string> All => new(Damages.All.Select(d => d.Id), Languages.Programs.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(All))]
    public void A_file_that_is_in_order_suits_every_damage(string damage, string file)
    {
        using var program = Languages.Parsed(Languages.Program(file));

        Assert.True(Damages.Get(damage).Suits(program));
    }

    [Theory]
    [InlineData("obscure-names")]
    [InlineData("duplicated-helper")]
    [InlineData("inverted-conditions")]
    [InlineData("nested-returns")]
    [InlineData("verbose-booleans")]
    [InlineData("needless-temporaries")]
    [InlineData("dead-code")]
    [InlineData("commented-out-code")]
    [InlineData("crammed-lines")]
    [InlineData("broken-format")]
    public void A_damaged_file_does_not_suit_the_same_damage_again(string damage) => Assert.All(Languages.Programs.Select(p => p.Data), file =>
    {
        using var program = Languages.Parsed(Languages.Program(file));
        using var damaged = Languages.Parsed(program.Source.WithText(Damages.Get(damage).Apply(program, new SeededRandom("again"))!.Text));

        Assert.False(Damages.Get(damage).Suits(damaged), damaged.Source.Text);
    });

    [Theory]
    [InlineData("dead-code", "def lonely(size):\n    return size\n\n\nprint(1)\n")]
    [InlineData("dead-code", "import os\nimport sys\n\nprint(sys.argv)\n")]
    [InlineData("dead-code", "def f(size):\n    return size\n    print(size)\n\n\nf(1)\n")]
    [InlineData("nested-returns", "def f(size):\n    if size > 1:\n        return 1\n    elif size > 0:\n        return 2\n    return 3\n")]
    [InlineData("verbose-booleans", "def f(size):\n    if size > 1:\n        return True\n    return False\n")]
    [InlineData("verbose-booleans", "def f(size):\n    return True if size > 1 else False\n")]
    [InlineData("inverted-conditions", "def f(size):\n    if size != 1:\n        size = 2\n    else:\n        size = 3\n    return size\n")]
    [InlineData("needless-temporaries", "def f(size):\n    found: int = size * 2\n    return found\n")]
    [InlineData("crammed-lines", "def f(size):\n    if size > 1: return 2\n    return 3\n")]
    [InlineData("obscure-names", "def f(size):\n    l = size * 2\n    print(l)\n    return l\n")]
    [InlineData("commented-out-code", "def f(size):\n    # size = size + 1\n    return size\n")]
    [InlineData("strip-documentation", "# Written by A. N. Other, see https://example.org/sizes\n\ndef f(size):\n    return size\n")]
    [InlineData("obscure-names", "def f(size):\n    whole_size = size * 2\n    restSize = whole_size + 1\n    print(restSize)\n    return restSize\n")]
    [InlineData("broken-format", "def f(size):\n    size += 1  \n    return size\n")]
    [InlineData("strip-documentation", "# main part of it\n\ndef f(size):\n    return size\n")]
    [InlineData("strip-documentation", "# Sizes of boxes.\n\ndef f(size):\n    # now call it twice\n    return size\n")]
    [InlineData("obscure-names", "def f(size):\n    ar = size * 2\n    print(ar)\n    return ar\n")]
    [InlineData("obscure-names", "def f(size):\n    case_1 = size * 2\n    print(case_1)\n    return case_1\n")]
    [InlineData("strip-documentation", "def f(size):\n    # Twice is enough for what comes.\n    return size * 2\n")]
    public void A_file_with_a_flaw_of_its_own_does_not_suit(string damage, string text)
    {
        using var program = Languages.Parsed(text, "flaw.py");

        Assert.False(Damages.Get(damage).Suits(program));
    }

    [Theory]
    [InlineData("int f(int x)\n{\n    if(x > 1) {\n        x--;\n    }\n    while (x > 3) {\n        x--;\n    }\n    return x;\n}\n")]
    [InlineData("int f(int x)\n{\n    if (x > 1) {\n        x--;\n    }\n    while (x > 3)\n    {\n        x--;\n    }\n    return x;\n}\n")]
    [InlineData("int f(int x)\n{\n    if (x > 1){\n        x--;\n    }\n    return x;\n}\n")]
    [InlineData("int f(int x)\n{\n\tx--;\n    return x;\n}\n")]
    public void A_file_of_several_habits_is_no_example_of_a_consistent_layout(string text)
    {
        using var program = Languages.Parsed(text, "uneven.c");

        Assert.False(Damages.Get("broken-format").Suits(program));
    }

    [Fact]
    public async Task No_row_asks_for_what_the_answer_does_not_do()
    {
        var source = Languages.Source(Languages.Program("bills.py").Text.Replace("    return total\n", "    whole = total * 2\n    return whole\n", StringComparison.Ordinal), "flaw.py");
        var rows = (await Rows.Of(source, """{"perFile": 13, "threshold": 0.1}""")).OfType<Sample>().ToList();

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, r => r.Labels["damage"].Contains("needless-temporaries", StringComparison.Ordinal));
    }
}
