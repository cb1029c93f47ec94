using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Damage;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;
using CodeAlchemy.Grounded.Tests;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

public sealed class DamageTests
{
    public static MatrixTheoryData<string, string> All => new(Damages.All.Select(d => d.Id), Languages.Programs.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_damage_applies_to_every_language_parses_and_lowers_the_quality(string damage, string file)
    {
        using var program = Languages.Parsed(Languages.Program(file));
        var damaged = Done(damage, program)!;
        using var after = Languages.Parsed(program.Source.WithText(damaged.Text));

        Assert.False(program.HasErrors);
        Assert.False(after.HasErrors, damaged.Text);
        Assert.True(damaged.Places > 0);
        Assert.True(QualityRater.Of(after).Score < QualityRater.Of(program).Score, damaged.Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_damage_is_the_same_for_the_same_seed(string damage, string file)
    {
        using var program = Languages.Parsed(Languages.Program(file));

        Assert.Equal(Done(damage, program)!.Text, Done(damage, program)!.Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_called_textual_changes_comments_and_white_space_and_separators_only(string damage, string file)
    {
        using var program = Languages.Parsed(Languages.Program(file));
        using var after = Languages.Parsed(program.Source.WithText(Done(damage, program)!.Text));

        Assert.Equal(Damages.Get(damage).IsTextual, Code(program).SequenceEqual(Code(after)));
    }

    [Fact]
    public void Names_are_replaced_throughout_and_those_the_outside_can_see_stay()
    {
        using var program = Languages.Parsed("export function visible(amount) {\n  const { inner, other } = amount;\n  const double = inner * 2;\n  const triple = double + other;\n  return { double, sum: helper(triple) + triple.size };\n}\nfunction helper(input) {\n  return input + input;\n}\nvisible(process);\n", "names.js");
        var damaged = Done("obscure-names", program)!;

        Assert.Equal(["amount", "triple", "helper", "input"], damaged.Changes.Select(c => c.Better));
        Assert.Contains("export function visible(", damaged.Text, StringComparison.Ordinal);
        Assert.Contains("{ inner, other }", damaged.Text, StringComparison.Ordinal);
        Assert.Contains("{ double, sum: ", damaged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("triple", damaged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_also_a_member_or_a_keyword_argument_stays()
    {
        using var program = Languages.Parsed("def area(width, height, key):\n    box = Box(key=key)\n    box.height = height\n    size = width * 2\n    rest = size + width\n    return rest + size\n", "area.py");

        Assert.Equal(["width", "box", "size", "rest"], Done("obscure-names", program)!.Changes.Select(c => c.Better));
    }

    [Fact]
    public void Documentation_goes_and_what_tools_read_stays()
    {
        using var program = Languages.Parsed("#!/usr/bin/env python3\n\"\"\"What this file is for, in some words.\"\"\"\nimport os  # noqa\n\n\nclass Empty:\n    \"\"\"Nothing to see here at all.\"\"\"\n\n\ndef f(x):\n    # a remark about it\n    return \"# no comment\"  # another remark\n", "doc.py");

        Assert.Equal("#!/usr/bin/env python3\nimport os  # noqa\n\n\nclass Empty:\n    pass\n\n\ndef f(x):\n    return \"# no comment\"\n", Done("strip-documentation", program)!.Text);
    }

    [Fact]
    public void A_file_without_words_has_no_documentation_to_take_away()
    {
        using var program = Languages.Parsed("int f(void) { return 1; } // one\n", "one.c");

        Assert.Null(Done("strip-documentation", program));
    }

    [Fact]
    public void A_constant_is_written_out_where_it_stood_and_its_definition_goes()
    {
        using var program = Languages.Parsed("#define LIMIT 12\n#define TWICE (2 * OTHER)\n#define OTHER 3\n\nint f(int x)\n{\n    return x < LIMIT ? OTHER : LIMIT;\n}\n", "limit.c");
        var damaged = Done("magic-numbers", program)!;

        Assert.Equal("#define TWICE (2 * OTHER)\n#define OTHER 3\n\nint f(int x)\n{\n    return x < 12 ? OTHER : 12;\n}\n", damaged.Text);
        Assert.Equal([("12", "LIMIT")], damaged.Changes);
    }

    [Fact]
    public void A_constant_of_another_type_than_its_number_has_alone_stays()
    {
        using var program = Languages.Parsed("class A {\n    static final long MODULUS = 1000000007;\n    static long f(int x) {\n        return x * MODULUS;\n    }\n}\n", "A.java");

        Assert.Null(Done("magic-numbers", program));
    }

    [Fact]
    public void A_condition_is_negated_with_its_branches_swapped_and_chains_stay()
    {
        using var program = Languages.Parsed("def f(x):\n    if x > 1:\n        a = 1\n    else:\n        a = 2\n    if x > 2:\n        a = 3\n    elif x > 3:\n        a = 4\n    else:\n        a = 5\n    return a\n", "f.py");

        Assert.Equal("def f(x):\n    if not (x > 1):\n        a = 2\n    else:\n        a = 1\n    if x > 2:\n        a = 3\n    elif x > 3:\n        a = 4\n    else:\n        a = 5\n    return a\n", Done("inverted-conditions", program)!.Text);
    }

    [Fact]
    public void What_follows_an_early_exit_comes_into_an_else()
    {
        using var program = Languages.Parsed("int f(int x)\n{\n    if (x < 0) {\n        return -1;\n    }\n    int y = x * 2;\n    return y + 1;\n}\n", "f.c");

        Assert.Equal("int f(int x)\n{\n    if (x < 0) {\n        return -1;\n    } else {\n        int y = x * 2;\n        return y + 1;\n    }\n}\n", Done("nested-returns", program)!.Text);
    }

    [Fact]
    public void A_returned_comparison_becomes_two_returns_and_a_returned_value_a_variable_first()
    {
        using var program = Languages.Parsed("static long twice(long x)\n{\n    return x * 2;\n}\n\nstatic int more(int x)\n{\n    return x > 2;\n}\n", "f.c");

        Assert.Contains("    if (x > 2) {\n        return 1;\n    } else {\n        return 0;\n    }\n", Done("verbose-booleans", program)!.Text, StringComparison.Ordinal);
        Assert.Matches(@"    long (\w+) = x \* 2;\n    return \1;\n", Done("needless-temporaries", program)!.Text);
    }

    [Fact]
    public void A_helper_is_copied_behind_itself_and_some_calls_go_to_the_copy()
    {
        using var program = Languages.Parsed(Languages.Program("bills.py"));
        var damaged = Done("duplicated-helper", program)!;
        var (copy, original) = Assert.Single(damaged.Changes);

        Assert.Equal(2, damaged.Text.Split($"def {original}").Length - 1);
        Assert.Contains($"def {copy}(", damaged.Text, StringComparison.Ordinal);
        Assert.True(damaged.Text.Split($"{copy}(").Length - 1 >= 2);
    }

    [Fact]
    public void Format_of_a_language_with_indentation_keeps_its_blocks()
    {
        using var program = Languages.Parsed(Languages.Program("bills.py"));
        var lines = Done("broken-format", program)!.Text.Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length);
        var before = program.Lines.Where(l => l.Trim().Length > 0).Select(l => (l.Length - l.TrimStart().Length) / 4);

        Assert.Single(lines.Zip(before).Where(p => p.Second > 0).Select(p => p.First / (double)p.Second).Distinct());
    }

    [Fact]
    public void A_language_whose_forms_are_not_known_gets_the_damages_that_need_none()
    {
        using var known = Languages.Parsed(Languages.Program("bills.js"));
        using var program = ParsedProgram.Of(Languages.Parse(known.Source)!, Languages.Outline(known.Source), known.Source with { Language = "later" });

        Assert.Equal(
            ["obscure-names", "duplicated-helper", "magic-numbers", "nested-returns", "strip-documentation", "commented-out-code", "crammed-lines", "broken-format"],
            Damages.All.Where(d => Done(d.Id, program) is not null).Select(d => d.Id));
    }

    [Theory]
    [InlineData("'use strict';\n\n// Sizes of boxes, in whole steps.\n// The largest comes first.\n\nfunction size(box) {\n  return box;\n}\n", "a.js", "")]
    [InlineData("function other() {\n  return 1;\n}\n\n// Size of a box, in whole steps.\n// The largest comes first.\nfunction size(box) {\n  return box;\n}\n", "a.js", "size")]
    [InlineData("import java.util.List;\n\n/** Boxes, the largest one first, by size. */\nclass Boxes {\n}\n", "Boxes.java", "Boxes")]
    [InlineData("def size(box):\n    \"\"\"Size of a box, in whole steps only.\"\"\"\n    return box\n", "a.py", "size")]
    public void Lines_of_comment_below_each_other_are_one_remark_and_it_is_told_what_about(string text, string file, string subject)
    {
        using var program = Languages.Parsed(text, file);
        var damaged = Done("strip-documentation", program)!;

        Assert.Equal((1, subject), (damaged.Places, damaged.Subject));
    }

    [Fact]
    public void A_single_remark_about_something_in_the_middle_stays()
    {
        using var program = Languages.Parsed("def size(box):\n    box += 1\n    # Twice is enough for all that comes.\n    return box * 2\n", "a.py");

        Assert.Null(Done("strip-documentation", program));
    }

    [Fact]
    public void A_comment_that_only_repeats_a_statement_is_not_left_behind()
    {
        using var program = Languages.Parsed("def size(box):\n    whole = box.area()\n    print(whole, box)\n    return whole\n", "a.py");

        Assert.Null(Done("commented-out-code", program));
    }

    [Theory]
    [InlineData("LIMIT = 12\nTOP = 12\n\n\ndef f(x):\n    return x < LIMIT or x > TOP\n")]
    [InlineData("LIMIT = 12\n\n\ndef f(x):\n    return x < LIMIT or x % 12\n")]
    [InlineData("LIMIT = 12\n\n\ndef f(x):\n    # More than LIMIT is too much.\n    return x < LIMIT\n")]
    public void A_constant_whose_number_does_not_tell_what_it_means_stays(string text)
    {
        using var program = Languages.Parsed(text, "limit.py");

        Assert.Null(Done("magic-numbers", program));
    }

    [Fact]
    public void A_name_that_a_comment_tells_stays()
    {
        using var program = Languages.Parsed("/**\n * Doubles a size.\n * @param {number} size what to double\n */\nfunction twice(size, other) {\n  // Uses `whole` for lastSize and more.\n  const whole = size * other;\n  const lastSize = whole + size;\n  const more = lastSize + whole;\n  return more + lastSize;\n}\ntwice(1, 2);\n", "a.js");

        Assert.Equal(["twice", "other", "more"], Done("obscure-names", program)!.Changes.Select(c => c.Better));
    }

    [Theory]
    [InlineData("dead-code")]
    [InlineData("needless-temporaries")]
    public void Nothing_with_a_semicolon_comes_into_a_file_without_them(string damage)
    {
        using var program = Languages.Parsed("function twice(size) {\n  const whole = size * 2\n  console.log(whole)\n  return whole + size\n}\ntwice(1)\n", "a.js");

        Assert.Null(Done(damage, program));
    }

    [Fact]
    public void Lines_are_not_crammed_by_a_semicolon_that_was_not_there()
    {
        using var program = Languages.Parsed("function twice(size) {\n  const whole = size * 2\n  console.log(whole)\n  console.log(size)\n  return whole\n}\ntwice(1)\n", "a.js");

        Assert.Null(Done("crammed-lines", program));
    }

    [Fact]
    public void A_name_that_stands_for_a_function_and_a_variable_stays()
    {
        using var program = Languages.Parsed("class A {\n    static int size(int box) {\n        return box + 1;\n    }\n    static int twice(int box) {\n        int size = size(box);\n        int whole = size * 2;\n        return whole + size;\n    }\n}\n", "A.java");

        Assert.DoesNotContain(Done("obscure-names", program)?.Changes ?? [], c => c.Better == "size");
    }

    [Fact]
    public void Branches_of_lua_are_swapped_without_their_words_and_chains_stay()
    {
        using var program = Languages.Parsed("local function f(x)\n  local a\n  if x > 1 then\n    a = 1\n  else\n    a = 2\n  end\n  if x > 2 then\n    a = 3\n  elseif x > 3 then\n    a = 4\n  else\n    a = 5\n  end\n  return a\nend\n", "f.lua");

        Assert.Equal("local function f(x)\n  local a\n  if not (x > 1) then\n    a = 2\n  else\n    a = 1\n  end\n  if x > 2 then\n    a = 3\n  elseif x > 3 then\n    a = 4\n  else\n    a = 5\n  end\n  return a\nend\n", Done("inverted-conditions", program)!.Text);
    }

    [Theory]
    [InlineData("if x > 1 then -- big\n    a = 1\n  else\n    a = 2")]
    [InlineData("if x > 1 then\n    a = 1\n  else\n    -- small\n    a = 2")]
    [InlineData("if x ~= 1 then\n    a = 1\n  else\n    a = 2")]
    [InlineData("if x > 1 then\n    a = 1\n  elseif x > 0 then\n    a = 2")]
    public void Branches_of_lua_stay_where_a_comment_would_be_left_behind_or_nothing_is_to_be_swapped(string condition)
    {
        using var program = Languages.Parsed($"local function f(x)\n  local a\n  {condition}\n  end\n  return a\nend\n", "f.lua");

        Assert.Null(Done("inverted-conditions", program));
    }

    [Fact]
    public void What_follows_an_early_exit_in_lua_comes_into_an_else_with_an_end()
    {
        using var program = Languages.Parsed("local function f(x)\n  if x < 0 then\n    return -1\n  end\n  local y = x * 2\n  return y + 1\nend\n", "f.lua");

        Assert.Equal("local function f(x)\n  if x < 0 then\n    return -1\n  else\n    local y = x * 2\n    return y + 1\n  end\nend\n", Done("nested-returns", program)!.Text);
    }

    [Fact]
    public void Dead_code_in_lua_parses_and_stands_before_the_return()
    {
        using var program = Languages.Parsed("local function f(x)\n  local y = x * 2\n  y = y + x\n  print(y)\n  return y + 1\nend\nprint(f(1))\n", "f.lua");

        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            using var damaged = Languages.Parsed(Damages.Get("dead-code").Apply(program, new SeededRandom($"{seed}"))!.Text, "f.lua");

            Assert.False(damaged.HasErrors, damaged.Source.Text);
            Assert.EndsWith("  return y + 1\nend\nprint(f(1))\n", damaged.Source.Text, StringComparison.Ordinal);
        });
    }

    private static DamagedProgram? Done(string damage, ParsedProgram program) => Damages.Get(damage).Apply(program, new SeededRandom($"{damage}/7"));

    private static List<string> Code(ParsedProgram program) =>
        [.. program.Tokens.Where(t => !NodeKinds.IsComment(t) && !IsDocumentation(t)).Select(t => t.Text.TrimEnd()).Where(t => t is not ";")];

    private static bool IsDocumentation(ISyntaxNode token) => token.Kind == "string" && token.Parent!.Kind == "expression_statement";
}
