using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeDev.Tasks;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>Puts work into words and makes the row. One per file.</summary>
internal sealed class RowMaker(Bench bench)
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private int _rows;

    /// <summary>The row; nothing when the question would hold its own answer.</summary>
    public Sample? Make(IDevTask task, DevQuestion question)
    {
        var key = $"{task.Name}/{question.Study.Case.Name}";
        var index = _indices.GetValueOrDefault(key);
        var prompt = bench.Workbench.Prompt($"code-dev/{task.Name}.scriban", Values(task, question, bench.Workbench.Random($"words/{key}/{index}")));
        var text = prompt.Text.Trim();
        if (question.Secret is { } secret && text.Contains(secret, StringComparison.Ordinal))
        {
            return null;
        }

        _indices[key] = index + 1;
        _rows++;
        var row = StudyRows.Make(
            question.Study, task.Name, index, [new Message("user", text), new Message("assistant", question.Answer.TrimEnd())], [prompt.Reference], question.Labels.SetItem("mode", "grounded"), question.Facts);
        return row with { Verification = [.. Executions(question, row), .. question.Verification] };
    }

    // A row about a faulty version stands on two executions. The stored source is the original, so that is the one that can be derived again.
    private ImmutableArray<Verification> Executions(DevQuestion question, Sample row)
    {
        if (question.Study.Source.Sha256 == bench.Source.Sha256)
        {
            return row.Verification;
        }

        var original = bench.Studies.First(study => study.Case.Name == question.Study.Case.Name);
        return
        [
            new Verification("execution", VerificationStatus.Verified, original.Trace.End.Digest),
            new Verification("fault-execution", VerificationStatus.Verified, question.Study.Trace.End.Digest),
        ];
    }

    private Dictionary<string, object?> Values(IDevTask task, DevQuestion question, IRandom random)
    {
        var program = question.Program ?? question.Study.Source.Text;
        var slots = new Dictionary<string, string>(question.Slots)
        {
            ["file"] = Fences.Span(bench.Source.FileName),
            ["language"] = LanguageNames.Of(bench.Source.Language),
            ["lines"] = program.TrimEnd('\n').Split('\n').Length.ToString(CultureInfo.InvariantCulture),
        };
        return new Dictionary<string, object?>(question.Values)
        {
            ["opening"] = Opening(slots),
            ["code"] = Fences.Wrap(program, bench.Source.Language),
            ["numbered"] = Fences.Wrap(Fences.Number(program)),
            ["invocation"] = question.Cases.Length > 1 ? CaseWords.Of(question.Cases, random) : Invocation.Of(question.Study, random),
            ["ask"] = Phrases.Banks.Get(question.Bank ?? $"ask-{task.Name}").Choose(random, slots),
        };
    }

    // One after the other from a seeded place, so that a file's rows don't begin alike.
    private string Opening(Dictionary<string, string> slots)
    {
        var wordings = Phrases.Banks.Get("openings").Wordings;
        var first = bench.Workbench.Random("openings").Next(wordings.Length);
        return PhraseBank.Fill(wordings[(first + _rows) % wordings.Length], slots);
    }
}
