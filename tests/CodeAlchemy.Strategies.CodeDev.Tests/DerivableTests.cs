using CodeAlchemy.Abstractions.Syntax;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDev.Tests;

public sealed class DerivableTests
{
    [Theory]
    [InlineData("tests", "x = 1", true)]
    [InlineData("test_merge", "x = 1", true)]
    [InlineData("main", "x = 1", true)]
    [InlineData("check", "assert(a);\nassert(b);", true)]
    [InlineData("testify", "x = 1", true)]
    [InlineData("contest", "x = 1", false)]
    [InlineData("merge", "assert(a);\nreturn b;", false)]
    public void What_only_an_author_knows_is_no_body_to_ask_for(string name, string body, bool arbitrary) =>
        Assert.Equal(arbitrary, Derivable.IsArbitrary(new OutlineFunction(name, default, default, default, null), body));

    [Theory]
    [InlineData("raise ValueError(\"no such thing\")", "", 1)]
    [InlineData("print(\"sum\", total)", "sum 7", 0)]
    [InlineData("print(f\"{n} primes\")", "12 primes", 0)]
    [InlineData("printf(\"%d primes\\n\", n);", "12 primes", 0)]
    [InlineData("limit = 4000", "limit", 1)]
    [InlineData("limit = 4000", "below 4000", 0)]
    [InlineData("late * 5", "", 0)]
    [InlineData("raise Wrong(f\"{n} field\")", "fields of a row", 1)]
    [InlineData("raise Wrong(f\"{n} field\")", "a field_name", 0)]
    public void Texts_and_numbers_that_stand_nowhere_in_the_question_are_counted(string part, string shown, int unseen) => Assert.Equal(unseen, Derivable.Unseen(part, shown));

    [Theory]
    [InlineData("/**\n * @brief wrapper interface\n *\n * @param n number of pairs of parentheses\n * @return all well-formed pattern of parentheses\n */", false)]
    [InlineData("/** How many steps of halving and tripling lead from a number down to one. */", true)]
    [InlineData("\"\"\"\n>>> to_roman(14)\n'XIV'\n\"\"\"", false)]
    public void Documentation_has_to_say_something_in_words(string text, bool telling) => Assert.Equal(telling, Derivable.IsTelling(text));
}
