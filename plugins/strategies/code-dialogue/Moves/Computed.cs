using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>Computed questions and answers as turns of a conversation.</summary>
internal static class Computed
{
    /// <summary>What a question is about, whatever run it is asked of: the same question twice in a file bores.</summary>
    public static string Key(TraceQuestion question) => question.Kind is "change-count" or "value-sequence" or "first-reach" or "largest-value" or "smallest-value" or "last-value"
        ? $"history/{question.Slots["name"]}/{question.Slots["within"]}"
        : $"{question.Kind}/{string.Join('/', question.Slots.Where(s => s.Key is not ("time" or "nth")).Select(s => s.Value))}";

    /// <summary>Whether the output, once shown, holds the answer.</summary>
    public static bool IsAboutOutput(string kind) => kind is "output-line-count" or "output-line" or "output-last";

    /// <summary>Functions, lines and variables of a question.</summary>
    public static ImmutableArray<string> Topics(TraceQuestion question) =>
    [
        .. question.Slots.Where(s => s.Key is "line" or "function" or "name" or "other").Select(s => s.Value),
        .. question.Facts["function"] is { } function ? [Say.Code(function.ToString())] : Array.Empty<string>(),
    ];

    /// <summary>What wordings are filled with: the parts of the question, the run, and the answer as it stands in a sentence.</summary>
    public static Dictionary<string, string> Slots(TraceQuestion question, Scene scene)
    {
        var slots = new Dictionary<string, string>(question.Slots) { ["run"] = scene.RunName, ["answer"] = Told(question) };
        if (question.Form == AnswerForm.Number && int.TryParse(question.Answer, out var number))
        {
            slots["times"] = Say.Times(number);
            slots["printed"] = number == 1 ? "1 line has been printed" : $"{Say.Number(number)} lines have been printed";
        }

        slots["values"] = question.Form == AnswerForm.Bindings && question.Answer.Contains('\n', StringComparison.Ordinal) ? "values" : "value";

        return slots;
    }

    /// <summary>The turn without the user's words.</summary>
    public static Turn Answered(Scene scene, TraceQuestion question, IReadOnlyDictionary<string, string> slots)
    {
        var facts = question.Facts.DeepClone().AsObject();
        facts["answer"] = question.Answer;
        var bank = question.Form == AnswerForm.YesNo ? $"say-{question.Kind}-{question.Answer}" : $"say-{question.Kind}";
        return new Turn
        {
            Study = scene.Run,
            Key = Key(question),
            Kind = question.Kind,
            IsOfRun = true,
            Ask = "",
            Answer = scene.Voice.Say(scene.Random, bank, slots),
            Steps = Steps(question),
            Secret = question.Form is AnswerForm.Value or AnswerForm.Values or AnswerForm.Bindings or AnswerForm.Text ? question.Answer : null,
            About = Topics(question),
            Topics = Topics(question),
            Facts = facts,
        };
    }

    // The answer as it stands in a sentence.
    private static string Told(TraceQuestion question) => question.Form switch
    {
        AnswerForm.Line => $"line {question.Answer}",
        AnswerForm.Lines => $"lines {Say.List(question.Answer.Split(", "))}",
        AnswerForm.Bindings => Say.List([.. question.Answer.Split('\n').Select(Say.Code)]),
        AnswerForm.Names => Say.List([.. question.Answer.Split(", ").Select(Say.Code)]),
        AnswerForm.Number or AnswerForm.YesNo => question.Answer,
        _ => Say.Code(question.Answer),
    };

    // A single step is the answer in other words.
    private static ImmutableArray<string> Telling(ImmutableArray<string> steps) => steps.Length > 1 ? steps : [];

    // The answer has told the result, or the line.
    private static string WithoutResult(string step, string kind) =>
        kind == "returned-value" && step.IndexOf(" ends the call and returns ", StringComparison.Ordinal) is > 0 and var at ? step[..(at + " ends the call".Length)] : step;

    // Some end in a step that says the answer once more.
    private static ImmutableArray<string> Steps(TraceQuestion question)
    {
        var steps = question.Steps;
        return question.Kind switch
        {
            "value-at-visit" => Telling([.. steps.Where(s => !s.StartsWith("so ", StringComparison.Ordinal))]),
            "value-before-and-after" => Telling([.. steps.TakeWhile(s => !s.StartsWith("before line", StringComparison.Ordinal))]),
            "value-after-line" => Telling(steps),
            "caller" or "call-site" or "loop-iterations" or "call-arguments" => [.. steps.Take(1)],
            "branch-count" => [.. steps.Take(1).Where(s => s.EndsWith(": the condition holds", StringComparison.Ordinal))],
            "output-writer" => [.. steps.Where(s => !s.Contains(" writes it: ", StringComparison.Ordinal))],
            // Where some are called in ways that can't be told, the rest is no explanation.
            "first-calls" when steps.Length < question.Answer.Split(", ").Length => [],
            "returned-value" or "leaving-line" => [.. steps.Select(s => WithoutResult(s, question.Kind))],
            "line-ever-runs" => question.Answer == "yes" ? steps : [],
            // A list of calls in each of which the line runs once is the count once more.
            "line-count" when steps.Length < 2 || steps.Any(s => s.EndsWith(" are left out here", StringComparison.Ordinal)) || steps.All(s => s.EndsWith(" runs once", StringComparison.Ordinal)) => [],
            "call-count" or "output-line" when steps.Length < 2 => [],
            "recursion-depth" or "output-before-line" or "output-last" or "lines-never-run" => [],
            "element-value" => [.. steps.SkipLast(1)],
            _ => steps,
        };
    }
}
