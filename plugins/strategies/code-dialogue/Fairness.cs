using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>What is not asked because a reader could not tell for certain what is meant. It errs on the side of leaving a question out.</summary>
internal static partial class Fairness
{
    private static readonly string[] Lines = ["line", "other"];

    // These speak of the changed line as it is, wherever it stands.
    private static readonly string[] OfTheChange = ["locate", "propose", "fix", "rerun", "other-runs", "edit"];

    /// <summary>Whether a question is about a line that runs in a way that no reader would count.</summary>
    public static bool IsUnclear(Scene scene, TraceQuestion question) =>
        question is { Kind: "line-ever-runs", Answer: "yes", Steps.IsEmpty: true } || Lines.Select(slot => question.Facts[slot]).OfType<JsonValue>().Any(line => IsUnclear(scene, line.GetValue<int>()));

    /// <summary>
    /// Whether a line holds only a part of a statement, or a function that runs apart from it, or gives a value out and is resumed, or sets a
    /// field outside every function.
    /// </summary>
    public static bool IsUnclear(Scene scene, int line)
    {
        var source = TraceIndex.Of(scene.Run).Source;
        return !source.IsOneLine(line) || (TestRunner().IsMatch(scene.Program) && FunctionUse.At(scene.Bench.Outline, line) is not null) || source.HoldsFunction(line) || Resumed().IsMatch(source[line])
            || (scene.Bench.Source.Language == "java" && FunctionUse.At(scene.Bench.Outline, line) is null);
    }

    /// <summary>Whether a turn shows values that are cut, or members of enumerations as numbers, or names a line that holds only a part of a statement.</summary>
    public static bool IsBlemished(Scene scene, string move, Turn turn)
    {
        var text = $"{turn.Ask}\n{turn.Answer}\n{string.Join('\n', turn.Steps)}";
        return (text.Contains('…', StringComparison.Ordinal) && !scene.Program.Contains('…', StringComparison.Ordinal)) || TraceIndex.Of(scene.Run).Enumerations.In(text)
            || (!OfTheChange.Contains(move) && NamedLine().Matches(text).Any(m => !IsWhole(TraceIndex.Of(scene.Run).Source, int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))));
    }

    private static bool IsWhole(Grounded.Questions.Kinds.SourceLines source, int line) => source.IsOneLine(line) || !source.HoldsWords(line);

    // A runner of tests calls what it finds, in an order of its own.
    [GeneratedRegex(@"\btestmod\s*\(|\bunittest\.main\s*\(")]
    private static partial Regex TestRunner();

    [GeneratedRegex(@"(?i)(?<!output )\blines? (\d+)\b")]
    private static partial Regex NamedLine();

    [GeneratedRegex(@"\b(?:yield|await)\b")]
    private static partial Regex Resumed();
}
