using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>
/// Whether a conversation has gone over something before: nobody asks what an earlier turn has answered. It errs on the side of
/// leaving a question out, since there are many.
/// </summary>
internal static class Repeats
{
    // The last of a short value may well be something else than the same word in an earlier answer.
    private const int LongValue = 8;

    private static readonly string[] Counts = ["call-count", "calls-inside", "callees", "pair-extra-calls"];

    /// <summary>Whether earlier turns answer a question, or as good as do.</summary>
    public static bool Of(Scene scene, TraceQuestion question) =>
        IsOfKnownOutput(scene, question)
        || Fairness.IsUnclear(scene, question)
        || Counted.Is(scene, question)
        || IsShown(scene, question)
        || question.Kind switch
        {
            "output-writer" => scene.Has("origin") || scene.Has("ending") || HasTold(scene),
            "first-calls" => scene.Has("calls"),
            "call-site" or "caller" => scene.Has("calls") || HasKind(scene, "first-calls"),
            "returned-value" => scene.Answered.Contains($"(result {Say.Code(question.Answer)})", StringComparison.Ordinal),
            "line-ever-runs" => scene.Has("idle"),
            "line-path" => scene.Has("ending"),
            // Who knows where two runs part knows which of them goes where.
            "pair-only-one" => scene.Has("parts") || scene.Has("first-wrong") || HasKind(scene, "pair-only-one"),
            _ => false,
        }
        || question.Slots.Any(s => s.Key switch
        {
            "call" => IsAskedOf(scene, s.Value),
            "name" => IsTold(scene, s.Value) || IsAskedOf(scene, s.Value),
            "element" => IsTold(scene, $"{s.Value.Split('[')[0]}`"),
            "line" or "other" when IsAboutCounts(question.Kind) => IsMentioned(scene, s.Value),
            "function" or "inner" when Counts.Contains(question.Kind) => scene.Has("calls") || HasCounted(scene, s.Value) || HasCountedLinesOf(scene, s.Value),
            _ => false,
        });

    /// <summary>Whether a call or a variable was asked about.</summary>
    public static bool IsAskedOf(Scene scene, string name) => scene.Asked.Contains(name, StringComparison.Ordinal);

    /// <summary>Whether calls were counted.</summary>
    public static bool HasCounted(Scene scene) => Counts.Any(k => HasKind(scene, k));

    /// <summary>Whether an earlier answer has named the lines that write the output.</summary>
    public static bool HasTold(Scene scene) => scene.Turns.Any(t => IsOfOutput(t.Turn));

    /// <summary>The same of one run.</summary>
    public static bool HasTold(Scene scene, CaseStudy study) => scene.Turns.Any(t => t.Turn.Study == study && IsOfOutput(t.Turn));

    /// <summary>Whether an answer has named a line.</summary>
    public static bool HasNamed(Scene scene, string line) => Regex.IsMatch(scene.Answered, $@"\b{line}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether a kind of question was asked.</summary>
    public static bool HasKind(Scene scene, string kind) => scene.Turns.Any(t => t.Turn.Kind == kind);

    private static bool IsOfOutput(Turn turn) => turn.Kind is "output-writer" or "output-line" or "output-line-count";

    private static bool IsAboutCounts(string kind) =>
        kind is "line-count" or "line-count-in-call" or "line-ever-runs" or "line-runs-more" or "branch-count" or "loop-iterations" or "pair-only-one" or "pair-more-runs";

    private static bool IsOfKnownOutput(Scene scene, TraceQuestion question) =>
        question.Kind == "output-before-line" && scene.Knows(scene.Run) && question.Answer == Say.Number(TraceIndex.Of(scene.Run).Output.Length);

    // The arguments stand in the first turn, and a value beside its name in an output that was shown.
    private static bool IsShown(Scene scene, TraceQuestion question)
    {
        if (question.Form != AnswerForm.Value)
        {
            var values = question.Form == AnswerForm.Bindings ? question.Answer.Split('\n').Select(b => b[(b.IndexOf(" = ", StringComparison.Ordinal) + 3)..]).ToList() : [];
            return values.Count > 0 && (values.Any(scene.Spells) || values.All(v => IsGiven(scene, v)));
        }

        var value = question.Answer.Trim('"', '\'');
        return scene.Run.Case.Arguments.Contains(value) || IsGiven(scene, question.Answer) || ((question.Kind != "last-value" || value.Length >= LongValue) && scene.Spells(question.Answer))
            || (scene.Knows(scene.Run) && question.Slots.TryGetValue("name", out var name)
                && (scene.Run.Output ?? "").Split('\n').Any(line => HasWord(line, name.Trim('`')) && HasWord(line, value)));
    }

    // A text that was given, or a collection of nothing but such texts.
    private static bool IsGiven(Scene scene, string value) => GivenValues.Holds(scene.Run, new TraceValue("", value))
        || (value.Length > 2 && value[0] is '[' or '{' && value[1..^1].Split(", ").All(part => part.Length > 2 && part[0] is '\'' or '"' && GivenValues.Holds(scene.Run, new TraceValue("", part))));

    private static bool HasWord(string text, string word) => word.Length > 0 && Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(word)}(?![\w.])");

    private static bool HasCounted(Scene scene, string function) =>
        scene.Turns.Any(t => Counts.Contains(t.Turn.Kind) && $"{t.Turn.Ask} {t.Turn.Answer}".Contains(function, StringComparison.Ordinal));

    // How often a line of a function runs mostly tells how often the function is called.
    private static bool HasCountedLinesOf(Scene scene, string function) => scene.Turns
        .Where(t => t.Turn.Kind is "line-count" or "line-runs-more" && t.Turn.Facts["line"] is not null)
        .Any(t => FunctionUse.At(scene.Bench.Outline, t.Turn.Facts["line"]!.GetValue<int>()) is { } at && function.TrimEnd('`').EndsWith(at.Name, StringComparison.Ordinal));

    // Values of a variable: what is told of it in one call mostly holds for the next.
    private static bool IsTold(Scene scene, string name) =>
        Regex.IsMatch(scene.Answered, $"{Regex.Escape(name)} (?:is|becomes|goes|to|comes|gets|holds|ends) |{Regex.Escape(name.TrimEnd('`'))} = ", RegexOptions.CultureInvariant);

    private static bool IsMentioned(Scene scene, string line) =>
        Regex.IsMatch($"{scene.Asked}\n{scene.Answered}", $@"\b{line}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
