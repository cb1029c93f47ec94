using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Asking;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class ReturnedValuesTests
{
    private const string Original = "call 1 <module>\nline 1 9\ncall 2 twice n=3\nret 2 2 =6\ncall 3 twice n=4\nret 3 2 =8\nret 1 9\n";

    [Fact]
    public void Calls_with_the_same_arguments_must_return_the_same_however_the_parameter_is_called()
    {
        Assert.Equal((1, null), Compare(Original, Original.Replace("n=", "number=", StringComparison.Ordinal)));
        Assert.Equal((1, "`twice(3)` returns `7` instead of `6`"), Compare(Original, Original.Replace("=6", "=7", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_call_that_only_one_version_makes_is_not_compared() =>
        Assert.Equal((0, null), Compare(Original, "call 1 <module>\nline 1 9\ncall 2 twice n=5\nret 2 2 =11\nret 1 9\n"));

    [Fact]
    public void A_function_that_another_version_lacks_or_has_with_more_parameters_is_not_compared()
    {
        Assert.Equal((0, null), Compare(Original, Original.Replace("twice", "double", StringComparison.Ordinal)));
        Assert.Equal((0, null), Compare(Original, Original.Replace("n=3", "n=3 m=1", StringComparison.Ordinal).Replace("n=4", "n=4 m=1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Results_that_vary_are_compared_in_order_where_there_are_as_many()
    {
        const string Counter = "call 1 <module>\nline 1 9\ncall 2 twice\nret 2 2 =1\ncall 3 twice\nret 3 2 =2\nret 1 9\n";

        Assert.Equal((1, null), Compare(Counter, Counter));
        Assert.Equal((1, "`twice()` returns `3` instead of `2`"), Compare(Counter, Counter.Replace("=2", "=3", StringComparison.Ordinal)));
        Assert.Equal((1, null), Compare(Counter, Counter.Replace("call 3 twice\nret 3 2 =2\n", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Values_that_are_no_plain_literals_say_nothing() =>
        Assert.Equal((0, null), Compare(Original.Replace("=6", "=<object>", StringComparison.Ordinal).Replace("=8", "=<object>", StringComparison.Ordinal), Original.Replace("=6", "=7", StringComparison.Ordinal)));

    private static (int Functions, string? Difference) Compare(string original, string rewrite)
    {
        var outline = new SourceOutline { Functions = [Function("twice"), Function("double")] };
        return ReturnedValues.Compare(outline, TraceBuilder.Of(original), outline, TraceBuilder.Of(rewrite));
    }

    private static OutlineFunction Function(string name) => new(name, new SourceSpan(0, 9, 1, 2), default, new SourceSpan(5, 9, 2, 2), null);
}
