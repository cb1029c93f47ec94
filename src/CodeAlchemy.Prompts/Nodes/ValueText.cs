using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Nodes;

/// <summary>Values as text, the same on every machine.</summary>
internal static class ValueText
{
    /// <summary>The text of a value; nothing for <see langword="null"/>.</summary>
    /// <exception cref="ProblemException">The value is a list or a dictionary.</exception>
    public static string Of(object? value, Expression expression) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number when number is int or long or double or decimal or float or short or byte or uint or ulong =>
            number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ProblemException(new Problem(
            "template-value", $"`{expression.Path}` is not a text, a number or a truth value, so it can't be written.",
            "Name one of its members, or pass the finished text.", ExitCode.Configuration, expression.Location)),
    };
}
