using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions;

/// <summary>Tells values that a reader can write down from those whose text is the tracer's own.</summary>
public static partial class Literals
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "true", "false", "True", "False", "None", "null", "nullptr", "NULL", "nil", "undefined", "NaN", "nan", "inf", "Infinity", "b", "L", "u", "f", "F", "n", "e", "E",
    };

    private static readonly string[] NumberTypes = ["Byte", "Short", "Integer", "Int", "Int32", "Int64", "Long", "Number", "BigInt", "BigInteger", "Double", "Float", "Decimal"];

    /// <summary>
    /// Whether a value is complete and made of numbers, strings, truth values and collections of them only. Objects, functions,
    /// members of enumerations and anything that was cut are not; nor is what a trace shows otherwise than the program has it: a wrapper as the
    /// value inside, a collection in an order that its library chooses, a byte of text as a number.
    /// </summary>
    public static bool IsPlain(TraceValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Text.Length == 0 || value.Length >= 0 || value.Text.Contains('…', StringComparison.Ordinal) || IsEnumeration(value) || Wrapped().IsMatch(value.Type))
        {
            return false;
        }

        var rest = Name().Replace(Quoted().Replace(value.Text, "0"), "");
        return Shape().IsMatch(rest) && Word().Matches(rest).All(word => Words.Contains(word.Value));
    }

    // A member of an enumeration shows as its number, which no reader would write.
    private static bool IsEnumeration(TraceValue value) =>
        int.TryParse(value.Text, out _) && (value.Type.StartsWith("enum ", StringComparison.Ordinal)
            || (value.Type.Length > 0 && char.IsUpper(value.Type[0]) && !NumberTypes.Contains(value.Type)));

    [GeneratedRegex("""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`""", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_]\w*(?=\s*(?:[:=]|=>))")]
    private static partial Regex Name();

    [GeneratedRegex(@"[A-Za-z_]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:optional|variant|expected|unique_ptr|shared_ptr|weak_ptr|reference_wrapper)<|iterator\b|\bunordered_|\bpriority_queue\b|\bPriorityQueue\b|\b(?:Identity)?Hash(?:Map|Set|table)\b|(?:\bunsigned char|\bsigned char|\bu?int8_t)\z")]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"\A[\w\s.,:=>+\-\[\]{}()]+\z")]
    private static partial Regex Shape();
}
