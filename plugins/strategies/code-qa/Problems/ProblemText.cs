using System.Collections.Immutable;
using System.Text;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>Text of runs and replies as problems compare it: line ends and blanks at the end of lines and of the whole do not count. Pure.</summary>
internal static class ProblemText
{
    public static string Of(ImmutableArray<byte> output) => Encoding.UTF8.GetString(output.AsSpan());

    public static bool Same(string left, string right) => Normal(left) == Normal(right);

    private static string Normal(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd();
}
