using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Makes rows of conversations. One per file.</summary>
internal sealed class RowMaker(Bench bench)
{
    private const int Variants = 4;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private int _opened;

    /// <summary>A row in computed words.</summary>
    public Sample Make(Dialogue dialogue)
    {
        var random = bench.Workbench.Random($"words/{dialogue.Task}/{dialogue.Number}");
        var first = Open(dialogue, dialogue.Turns[0].Turn.Ask, dialogue.Turns[0].Turn.Exhibit, random);
        var voice = new Voice(dialogue.Role);
        var messages = ImmutableArray.CreateBuilder<Message>();
        foreach (var (_, turn) in dialogue.Turns)
        {
            var user = messages.Count == 0 ? first.Text.Trim() : turn.Exhibit.Length == 0 ? turn.Ask : $"{turn.Ask}\n\n{turn.Exhibit}";
            messages.Add(new Message("user", user));
            messages.Add(Answer(turn, voice, random));
        }

        return Row(dialogue, messages.ToImmutable(), [first.Reference], "grounded");
    }

    /// <summary>The first turn of the user: the program in full, how it is run, what else is shown, and the question.</summary>
    public RenderedPrompt Open(Dialogue dialogue, string ask, string exhibit, IRandom random)
    {
        var study = dialogue.Cast.Lead;
        var lines = study.Source.Text.TrimEnd('\n').Split('\n').Length;
        var slots = new Dictionary<string, string>
        {
            ["file"] = Fences.Span(bench.Source.FileName),
            ["language"] = LanguageNames.Of(bench.Source.Language),
            ["lines"] = lines == 1 ? "1 line" : $"{lines.ToString(CultureInfo.InvariantCulture)} lines",
        };
        var exhibits = string.Join("\n\n", new[] { dialogue.Cast.Exhibit, exhibit }.Where(e => e.Length > 0));
        return bench.Workbench.Prompt($"code-dialogue/open-{random.Next(Variants) + 1}.scriban", new Dictionary<string, object?>
        {
            ["opening"] = Opening(dialogue, slots),
            ["numbered"] = Fences.Wrap(Fences.Number(study.Source.Text)),
            ["invocation"] = Invocation.Of(study, random),
            ["exhibit"] = exhibits,
            ["ask"] = ask,
        });
    }

    /// <summary>A row of a conversation in any words.</summary>
    public Sample Row(Dialogue dialogue, ImmutableArray<Message> messages, ImmutableArray<PromptReference> prompts, string mode)
    {
        var lead = bench.Original(dialogue.Cast.Lead);
        var key = $"{dialogue.Task}/{lead.Case.Name}";
        var index = _indices[key] = _indices.GetValueOrDefault(key, -1) + 1;
        var labels = ImmutableSortedDictionary<string, string>.Empty
            .Add("mode", mode).Add("role", dialogue.Role.Label).Add("moves", string.Join(' ', dialogue.Turns.Select(t => t.Move)))
            .Add("turns", messages.Count(m => m.Role == "user").ToString(CultureInfo.InvariantCulture));
        var row = StudyRows.Make(lead, dialogue.Task, index, messages, prompts, Labelled(dialogue, labels), Facts(dialogue));
        return row with { Verification = [.. row.Verification, .. Evidence.Of(bench, dialogue)] };
    }

    private static ImmutableSortedDictionary<string, string> Labelled(Dialogue dialogue, ImmutableSortedDictionary<string, string> labels) =>
        dialogue.Cast switch
        {
            { Version: { } version } => labels.Add("fault", version.Fault.Mutant.Operator),
            { Harmless: { } harmless } => labels.Add("fault", harmless.Operator),
            _ => labels,
        } is var named && dialogue.Task == "review" ? named.Add("verdict", dialogue.Cast.Version is null ? "same" : "differs") : named;

    private JsonObject Facts(Dialogue dialogue) => new()
    {
        ["turns"] = new JsonArray([.. dialogue.Turns.Select(t => (JsonNode)new JsonObject
        {
            ["move"] = t.Move,
            ["kind"] = t.Turn.Kind,
            ["case"] = t.Turn.Study.Case.Name,
            ["version"] = bench.IsOriginal(t.Turn.Study) ? "original" : "changed",
            ["facts"] = t.Turn.Facts.DeepClone(),
        })]),
    };

    private Message Answer(Turn turn, Voice voice, IRandom random)
    {
        if (turn.Steps.IsEmpty)
        {
            return new Message("assistant", turn.Answer);
        }

        if (bench.Options.Reasoning)
        {
            return new Message("assistant", turn.Answer, string.Join('\n', turn.Steps.Select(s => $"{Voice.Capital(s)}.")));
        }

        var steps = Words.Steps(turn.Steps, voice.Say(random, "say-steps"));
        return new Message("assistant", $"{turn.Answer}{(turn.Steps.Length > 2 ? "\n\n" : " ")}{steps}");
    }

    // One after the other from a seeded place, so that a file's conversations don't begin alike.
    private string Opening(Dialogue dialogue, Dictionary<string, string> slots)
    {
        var wordings = Voice.Banks.Get($"open-{dialogue.Role.User}").Wordings;
        var first = bench.Workbench.Random("openings").Next(wordings.Length);
        var opening = PhraseBank.Fill(wordings[(first + _opened++) % wordings.Length], slots);
        var remark = dialogue.Cast.Remark.Length == 0 ? "" : $" {Voice.Banks.Get(dialogue.Cast.Remark).Choose(bench.Workbench.Random($"remark/{dialogue.Number}"))}";
        return opening + remark;
    }
}
