using System.Text;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded;

/// <summary>What makes two cases the same execution, whatever their names.</summary>
public static class CaseKey
{
    /// <summary>A text that two cases share exactly when arguments, input and files agree.</summary>
    public static string Of(ExecutionCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        var key = new StringBuilder();
        foreach (var argument in @case.Arguments)
        {
            key.Append(argument.Length).Append(':').Append(argument);
        }

        key.Append('|').Append(Convert.ToBase64String(@case.Stdin.AsSpan()));
        foreach (var (path, content) in @case.Files)
        {
            key.Append('|').Append(path).Append('=').Append(Convert.ToBase64String(content.AsSpan()));
        }

        return key.ToString();
    }
}
