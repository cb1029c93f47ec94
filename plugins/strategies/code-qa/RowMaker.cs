using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeQa;

/// <summary>Puts questions into words and makes the rows.</summary>
internal sealed partial class RowMaker(CodeQaOptions options, IWorkbench workbench)
{
    private const int Variants = 6;
    private static readonly PhraseBanks Banks = new(typeof(RowMaker).Assembly);

    /// <summary>A row about one case; nothing when the question would hold its own answer.</summary>
    public Sample? Make(CaseStudy study, TraceQuestion question, int index)
    {
        var random = workbench.Random($"words/{question.Kind}/{study.Case.Name}");
        var values = Values(study, random);
        values["invocation"] = Invocation.Of(study, random);
        return Row("question", study, question, values, random, index);
    }

    /// <summary>A row about two cases; it belongs to the first.</summary>
    public Sample? Make(CaseStudy first, CaseStudy second, TraceQuestion question, int index)
    {
        var random = workbench.Random($"words/{question.Kind}/{first.Case.Name}/{second.Case.Name}");
        var values = Values(first, random);
        values["first"] = Invocation.Of(first, random);
        values["second"] = Invocation.Of(second, random);
        return Row("comparison", first, question, values, random, index) is { } row
            ? row with
            {
                Verification = [.. row.Verification, new Verification("execution", VerificationStatus.Verified, second.Trace.End.Digest)],
                Extra = With(row.Extra!, second),
            }
            : null;
    }

    private Sample? Row(string task, CaseStudy study, TraceQuestion question, Dictionary<string, object?> values, IRandom random, int index)
    {
        // One step alone would say the answer a second time.
        var explained = question.Steps.Length > (question.Form == AnswerForm.YesNo ? 0 : 1) && random.Next(100) < options.Explained;
        var style = explained ? "explained" : "direct";
        var form = new Dictionary<string, string> { ["what"] = AnswerWords.What(question.Form, LanguageNames.Of(study.Source.Language), question.Answer) };
        var asked = Asked(question, random);
        // Some wordings begin with a slot.
        values["question"] = $"{char.ToUpperInvariant(asked[0])}{asked[1..]} {Banks.Get($"form-{style}").Choose(random, form)}";
        var prompt = workbench.Prompt($"code-qa/{task}-{random.Next(Variants) + 1}.scriban", values);
        if (AnswerWords.MustNotShow(question.Form) && AnswerLeak.GivesAway(prompt.Text, question.Answer))
        {
            return null;
        }

        var answer = explained ? AnswerWords.Explain(question, Banks.Get("explain-lead").Choose(random)) : question.Answer;
        var facts = question.Facts.DeepClone().AsObject();
        facts["kind"] = question.Kind;
        facts["answer"] = question.Answer;
        return StudyRows.Make(
            study,
            task,
            index,
            [new Message("user", prompt.Text.Trim()), new Message("assistant", answer)],
            [prompt.Reference],
            ImmutableSortedDictionary<string, string>.Empty.Add("kind", question.Kind).Add("style", style).Add("mode", "grounded"),
            facts);
    }

    // Where a function is called once, nothing has to be said about how calls are counted.
    private static string Asked(TraceQuestion question, IRandom random)
    {
        var only = question.Slots.Any(s => s.Value.Contains("the only call", StringComparison.Ordinal));
        var wordings = Banks.Get(question.Kind).Wordings.Where(w => !(only && Counted().IsMatch(w))).ToList();
        return PhraseBank.Fill(wordings[random.Next(wordings.Count)], question.Slots);
    }

    [GeneratedRegex(@"\{call\}.*\b(?:counted|numbered|could end)\b")]
    private static partial Regex Counted();

    private static Dictionary<string, object?> Values(CaseStudy study, IRandom random)
    {
        var lines = study.Source.Text.TrimEnd('\n').Split('\n').Length.ToString(CultureInfo.InvariantCulture);
        var slots = new Dictionary<string, string>
        {
            ["file"] = $"`{study.Source.FileName}`",
            ["language"] = LanguageNames.Of(study.Source.Language),
            ["lines"] = lines == "1" ? "1 line" : $"{lines} lines",
        };
        return new Dictionary<string, object?>
        {
            ["opening"] = Banks.Get("openings").Choose(random, slots),
            ["numbered"] = Fences.Wrap(Fences.Number(study.Source.Text)),
            ["file"] = slots["file"],
            ["language"] = slots["language"],
        };
    }

    private static JsonObject With(JsonObject facts, CaseStudy second)
    {
        var all = facts.DeepClone().AsObject();
        all["secondCase"] = second.Case.Name;
        return all;
    }
}
