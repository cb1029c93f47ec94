using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Strategies.CodeTrace.Tasks;
using CodeAlchemy.Strategies.CodeTrace.Wording;

namespace CodeAlchemy.Strategies.CodeTrace;

/// <summary>Puts a question into words and makes the row.</summary>
internal sealed class SampleMaker(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
{
    private const int Variants = 4;

    // Shorter answers, such as a number, stand in almost any text by chance.
    private const int TellingLength = 8;

    /// <summary>The row; a reject when it would be too long; nothing when the question would hold its own answer.</summary>
    public Outcome? Make(ITraceTask task, Question question, int index)
    {
        if (question.Answer.Length > options.MaxTraceCharacters)
        {
            return TooLong(task, question);
        }

        var random = workbench.Random($"words/{task.Name}/{study.Case.Name}/{index}");
        var template = $"code-trace/{task.Name}-{random.Next(Variants) + 1}.scriban";
        var prompt = workbench.Prompt(template, Values(question, random));
        return question.AnswerMustNotShow && GivesAway(prompt.Text, question.Answer)
            ? null
            : Row(task, question, index, prompt);
    }

    private static bool GivesAway(string prompt, string answer) =>
        answer.Trim().Length >= TellingLength && prompt.Contains(answer.Trim(), StringComparison.Ordinal);

    private Dictionary<string, object?> Values(Question question, IRandom random)
    {
        var language = LanguageNames.Of(study.Source.Language);
        var lines = study.Source.Text.TrimEnd('\n').Split('\n').Length.ToString(CultureInfo.InvariantCulture);
        var slots = new Dictionary<string, string> { ["file"] = $"`{study.Source.FileName}`", ["language"] = language, ["lines"] = lines };
        var values = new Dictionary<string, object?>(question.Values)
        {
            ["opening"] = Banks.Get("openings").Choose(random, slots),
            ["code"] = Fences.Wrap(study.Source.Text, study.Source.Language),
            ["numbered"] = Fences.Wrap(Fences.Number(study.Source.Text)),
            ["language"] = language,
            ["file"] = slots["file"],
        };
        if (question.ShowsInvocation)
        {
            values["invocation"] = Invocation.Of(study, random);
        }

        return values;
    }

    private Sample Row(ITraceTask task, Question question, int index, RenderedPrompt prompt) => new()
    {
        Task = task.Name,
        Index = index,
        Case = study.Case.Name,
        Messages = [new Message("user", prompt.Text.Trim()), new Message("assistant", question.Answer)],
        Verification = [new Verification("execution", VerificationStatus.Verified, study.Trace.End.Digest)],
        Scores = ImmutableSortedDictionary<string, double>.Empty.Add("difficulty", study.Rating.Score),
        Labels = question.Labels.SetItem("difficulty", study.Rating.Label).SetItem("case", study.Case.Origin),
        Prompts = [prompt.Reference, .. question.Prompts],
        Extra = Facts(question),
    };

    private JsonObject Facts(Question question)
    {
        var facts = question.Facts.DeepClone().AsObject();
        facts["arguments"] = new JsonArray([.. study.Case.Arguments.Select(a => (JsonNode)a)]);
        if (study.Input!.Length > 0)
        {
            facts["stdin"] = study.Input;
        }

        return facts;
    }

    private Reject TooLong(ITraceTask task, Question question)
    {
        var what = question.Labels.TryGetValue("rendering", out var rendering) ? $"The {rendering} rendering" : "The answer";
        return new Reject
        {
            Task = task.Name,
            Case = study.Case.Name,
            Reason = "code-trace.too-long",
            Detail = $"{what} has {question.Answer.Length} characters; maxTraceCharacters is {options.MaxTraceCharacters}.",
        };
    }
}
