namespace CodeAlchemy.Manifests.Tests;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData(">=1.0 <2.0", "1.0", true)]
    [InlineData(">=1.0 <2.0", "1.9.9", true)]
    [InlineData(">=1.0 <2.0", "2.0", false)]
    [InlineData(">=1.0  <2.0", "0.9", false)]
    [InlineData("1", "1.0.0", true)]
    [InlineData("=1.0", "1.0.1", false)]
    [InlineData(">1.0", "1.0", false)]
    [InlineData("<=1.10", "1.9", true)]
    public void A_version_lies_in_a_range_when_all_comparators_hold(string text, string version, bool expected)
    {
        Assert.True(VersionRange.TryParse(text, out var range));
        Assert.Equal(expected, range.Contains(version));
    }

    [Theory]
    [InlineData("")]
    [InlineData("newest")]
    [InlineData(">=")]
    [InlineData(">= 1.0")]
    [InlineData("^1.0")]
    [InlineData("1.2.3.4")]
    [InlineData("1.99999999999")]
    public void Anything_else_is_no_range(string text) => Assert.False(VersionRange.TryParse(text, out _));
}
