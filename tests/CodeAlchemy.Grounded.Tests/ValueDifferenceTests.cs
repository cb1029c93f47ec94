using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Faults;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class ValueDifferenceTests
{
    [Theory]
    [InlineData("Shop(items={}, sold=120)", "Shop(items={}, sold=-120)", "self.sold", "120", "-120")]
    [InlineData("Shop(items={'mug': Item(count=2)})", "Shop(items={'mug': Item(count=3)})", "self.items['mug'].count", "2", "3")]
    [InlineData("Cart {lines: Map(1) {'a' => {count: 1}}}", "Cart {lines: Map(1) {'a' => {count: 2}}}", "self.lines['a'].count", "1", "2")]
    [InlineData("{.low = 1, .on = true}", "{.low = 1, .on = false}", "self.on", "true", "false")]
    [InlineData("[Book{due=1}, Book{due=2}]", "[Book{due=1}, Book{due=5}]", "self[1].due", "2", "5")]
    [InlineData("Shop(items=[1])", "Shop(items=[1, 2])", "self.items", "[1]", "[1, 2]")]
    public void The_one_part_that_is_not_the_same_is_found(string expected, string actual, string path, string right, string wrong) =>
        Assert.Equal(new ValueDifference(path, right, wrong), ValueDifference.Of("self", new TraceValue("", expected), new TraceValue("", actual)));

    [Theory]
    [InlineData("Shop(a=1, b=2)", "Shop(a=2, b=3)")]
    [InlineData("Shop(a=1)", "Store(a=2)")]
    [InlineData("Shop(a=<function f>)", "Shop(a=<function g>)")]
    [InlineData("Shop(a={…}, b=1)", "Shop(a={…}, b=Other(…))")]
    public void Nothing_is_told_where_there_are_several_or_the_part_can_not_be_written_down(string expected, string actual) =>
        Assert.Null(ValueDifference.Of("self", new TraceValue("", expected), new TraceValue("", actual)));

    [Theory]
    [InlineData("Book{title=\"Dune\", borrower=null, due=3}", "borrower", "null")]
    [InlineData("Cart {owner: Person {age: 30}, lines: []}", "owner.age", "30")]
    [InlineData("{.low = 1, .on = true}", "on", "true")]
    [InlineData("Book{title=\"Dune\", borrow…", "title", null)]
    [InlineData("Book{next=Book{…}}", "next", null)]
    [InlineData("Book{title=\"Dune\"}", "due", null)]
    public void A_member_is_read_from_what_an_object_shows(string text, string path, string? member) =>
        Assert.Equal(member, ValueDifference.Member(new TraceValue("", text), path.Split('.')));

    [Fact]
    public void A_value_that_was_cut_is_not_compared() =>
        Assert.Null(ValueDifference.Of("a", new TraceValue("list", "[1]", 0, 900), new TraceValue("list", "[2]", 0, 900)));
}
