using System.Globalization;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Model;

/// <summary>What a model is told before it writes.</summary>
internal static class ModelBrief
{
    /// <summary>Values of the system message.</summary>
    public static Dictionary<string, object?> Stage(Bench bench, Dialogue dialogue) => new()
    {
        ["language"] = LanguageNames.Of(bench.Source.Language),
        ["user"] = dialogue.Role.User,
        ["assistant"] = dialogue.Role.Assistant,
    };

    /// <summary>Values of the request: the program, its runs, and the plan with the facts of every turn.</summary>
    public static Dictionary<string, object?> Of(Bench bench, Dialogue dialogue)
    {
        var random = bench.Workbench.Random($"brief/{dialogue.Task}/{dialogue.Number}");
        return new Dictionary<string, object?>
        {
            ["file"] = bench.Source.FileName,
            ["language"] = LanguageNames.Of(bench.Source.Language),
            ["numbered"] = Fences.Wrap(Fences.Number(dialogue.Cast.Lead.Source.Text)),
            ["invocation"] = Invocation.Of(dialogue.Cast.Lead, random),
            ["exhibit"] = dialogue.Cast.Exhibit,
            ["lead"] = dialogue.Cast.Lead.Case.Name,
            ["cases"] = bench.Studies.Select(s => Case(bench, s)).ToList<object?>(),
            ["turns"] = dialogue.Turns.Select((t, i) => (object?)new Dictionary<string, object?>
            {
                ["number"] = i + 1,
                ["ask"] = t.Turn.Ask,
                ["exhibit"] = t.Turn.Exhibit,
                ["answer"] = t.Turn.Answer,
                ["steps"] = t.Turn.Steps.Select(s => (object?)s).ToList(),
            }).ToList(),
            ["count"] = dialogue.Turns.Length,
            ["fix"] = dialogue.Turns.Any(t => t.Move == "fix"),
        };
    }

    /// <summary>Values of the request for a repair.</summary>
    public static Dictionary<string, object?> Repair(WrongClaim claim) => new()
    {
        ["turn"] = claim.Turn.ToString(CultureInfo.InvariantCulture),
        ["name"] = claim.Case,
        ["output"] = claim.Output.Length == 0 ? "" : Fences.Wrap(claim.Output),
    };

    private static Dictionary<string, object?> Case(Bench bench, CaseStudy study) => new()
    {
        ["name"] = study.Case.Name,
        ["invocation"] = Invocation.Of(study, bench.Workbench.Random($"brief/{study.Case.Name}")),
        ["output"] = bench.IsShowable(study.Output) ? study.Output!.Length == 0 ? "" : Words.Output(study.Output, bench.Options.MaxOutputCharacters) : "",
        ["ending"] = CaseWords.Ending(study.Trace.End),
    };
}
