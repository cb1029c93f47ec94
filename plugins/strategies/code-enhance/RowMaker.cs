using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Puts pairs into words and makes the rows. One per file.</summary>
internal sealed class RowMaker(Bench bench)
{
    private int _rows;

    /// <summary>A row whose question shows one version of the file and whose answer another.</summary>
    public Sample Make(Pair pair)
    {
        var random = bench.Workbench.Random($"words/{pair.Task}/{pair.Key}");
        var slots = new Dictionary<string, string>(pair.Slots)
        {
            ["file"] = Fences.Span(bench.Source.FileName),
            ["language"] = LanguageNames.Of(bench.Source.Language),
            ["lines"] = pair.Raw.TrimEnd('\n').Split('\n').Length.ToString(CultureInfo.InvariantCulture),
        };
        var prompt = bench.Workbench.Prompt("code-enhance/improve.scriban", new Dictionary<string, object?>
        {
            ["opening"] = Opening(slots),
            ["code"] = Fences.Wrap(pair.Raw, bench.Source.Language),
            ["ask"] = Phrases.Banks.Get($"ask-{pair.Ask}").Choose(random, slots),
        });
        var answer = Fences.Wrap(pair.Better, bench.Source.Language);
        ImmutableArray<Message> messages =
        [
            new Message("user", prompt.Text.Trim()), new Message("assistant", pair.Summary.Length == 0 ? answer : $"{pair.Summary}\n\n{answer}", pair.Reasoning),
        ];
        return Sample(pair, messages, [prompt.Reference, .. pair.Prompts]);
    }

    /// <summary>A row that is the file as it is.</summary>
    public Sample Original()
    {
        _rows++;
        return new Sample
        {
            Task = "original",
            Messages = [new Message("assistant", bench.Source.Text)],
            Verification = bench.Quality.HasSyntaxError ? [] : [Bench.Parses],
            Scores = ImmutableSortedDictionary<string, double>.Empty.Add("raw_quality", bench.Quality.Score).Add("quality", bench.Quality.Score),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("mode", "model").Add("original", "true").Add("raw_has_syntax_error", bench.Quality.HasSyntaxError ? "true" : "false"),
        };
    }

    private Sample Sample(Pair pair, ImmutableArray<Message> messages, ImmutableArray<PromptReference> prompts)
    {
        var row = bench.Studies.IsEmpty
            ? new Sample { Task = pair.Task, Messages = messages, Labels = pair.Labels, Prompts = prompts, Extra = pair.Facts }
            : StudyRows.Make(bench.Studies[0], pair.Task, 0, messages, prompts, pair.Labels, pair.Facts);
        _rows++;
        return row with
        {
            Verification = [.. row.Verification, .. pair.Verification],
            Scores = row.Scores.SetItem("raw_quality", pair.RawQuality.Score).SetItem("quality", pair.Quality.Score),
            Models = pair.Models,
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
