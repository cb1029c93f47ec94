using System.Collections.Frozen;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Whether the values that are told at a condition decide it. Pure.</summary>
public static class Decisions
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "if", "elif", "else", "and", "or", "not", "in", "is", "None", "True", "False", "true", "false", "null", "nullptr", "undefined", "typeof",
        "int", "float", "str", "bool", "list", "dict", "tuple", "set",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Functions of the languages that give the same for the same values.
    private static readonly FrozenSet<string> Pure = new[] { "if", "elif", "not", "and", "or", "in", "len", "abs", "ord", "isinstance", "int", "float", "str", "min", "max", "strlen", "typeof", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "toupper", "tolower" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether everything that a condition on a line tests is a scalar of the frame, a constant or a literal: no member of an object, no element
    /// of a collection and nothing that a function of the program gives.
    /// </summary>
    /// <param name="index">The trace.</param>
    /// <param name="step">The run of the line.</param>
    public static bool AreByScalars(TraceIndex index, LineStep step)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(step);
        var names = index.Source.FreeNames(step.Line).ToList();
        return names.All(n => n.IsCalled ? Pure.Contains(n.Name) : Words.Contains(n.Name) || IsConstant(n.Name) || (step.Before.TryGetValue(n.Name, out var value) && Histories.IsScalar(value)))
            && names.Any(n => !n.IsCalled && step.Before.ContainsKey(n.Name));
    }

    private static bool IsConstant(string name) => name.Any(char.IsAsciiLetterUpper) && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
