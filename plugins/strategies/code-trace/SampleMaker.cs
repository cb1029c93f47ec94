using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Tasks;

namespace CodeAlchemy.Strategies.CodeTrace;

/// <summary>Puts a question into words and makes the row.</summary>
internal sealed class SampleMaker(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
{
    private const int Variants = 4;
    private static readonly PhraseBanks Banks = new(typeof(SampleMaker).Assembly);

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
        return question.AnswerMustNotShow && AnswerLeak.GivesAway(prompt.Text, question.Answer)
            ? null
            : Row(task, question, index, prompt);
    }

    private Dictionary<string, object?> Values(Question question, IRandom random)
    {
        var language = LanguageNames.Of(study.Source.Language);
        var count = study.Source.Text.TrimEnd('\n').Split('\n').Length;
        var slots = new Dictionary<string, string> { ["file"] = $"`{study.Source.FileName}`", ["language"] = language, ["lines"] = Say.Count(count, "line") };
        var values = new Dictionary<string, object?>(question.Values)
        {
            ["opening"] = Banks.Get(question.ShowsInvocation ? "openings" : "input-openings").Choose(random, slots),
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

    private Sample Row(ITraceTask task, Question question, int index, RenderedPrompt prompt) => StudyRows.Make(
        study,
        task.Name,
        index,
        [new Message("user", prompt.Text.Trim()), new Message("assistant", question.Answer)],
        [prompt.Reference, .. question.Prompts],
        question.Labels.SetItem("mode", "grounded"),
        question.Facts);

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
