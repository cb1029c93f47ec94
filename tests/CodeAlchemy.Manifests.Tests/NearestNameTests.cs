using CodeAlchemy.Abstractions.Hosting;
namespace CodeAlchemy.Manifests.Tests;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("sintax", "syntax")]
    [InlineData("Syntax", "syntax")]
    [InlineData("szie", "size")]
    [InlineData("duplicate", "duplicates")]
    [InlineData("zz", null)]
    [InlineData("licence", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_if_it_is_near(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["syntax", "size", "encoding", "duplicates"]));

    [Fact]
    public void Of_equally_near_names_the_first_in_order_is_taken() => Assert.Equal("aab", NearestName.Find("aaa", ["aac", "aab"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void The_distance_counts_edits(string left, string right, int expected) => Assert.Equal(expected, NearestName.Distance(left, right));
}
