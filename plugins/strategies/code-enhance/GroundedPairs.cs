using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Pairs made by damaging a good file: the file as its author wrote it is the answer.</summary>
internal static class GroundedPairs
{
    /// <summary>Why a file is no answer; <see langword="null"/> when it is one.</summary>
    public static Reject? Refuse(CodeQuality quality, CodeEnhanceOptions options) =>
        quality.HasSyntaxError ? Reject("*", RejectReasons.SyntaxError, "The file holds a syntax error, so it is no example of good code.")
        : quality.Score < options.Threshold ? Reject("*", "code-enhance.not-good-enough", Invariant($"The quality of the file is {quality.Score}; an answer needs {options.Threshold}."))
        : null;

    /// <summary>The rows of a file and the damages that could not be used.</summary>
    public static async IAsyncEnumerable<Outcome> Of(Bench bench, RowMaker maker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Refuse(bench.Quality, bench.Options) is { } refused)
        {
            yield return refused;
            yield break;
        }

        var (rows, rejects) = (0, 0);
        foreach (var wreck in Wreckage.Of(bench))
        {
            if (rows == bench.Options.PerFile)
            {
                break;
            }

            var outcome = await Judge(bench, maker, wreck, cancellationToken).ConfigureAwait(false);
            rows += outcome is Sample ? 1 : 0;
            rejects += outcome is Sample ? 0 : 1;
            yield return outcome;
        }

        if (rows + rejects == 0)
        {
            yield return Reject("*", RejectReasons.NothingToAsk, bench.Studies.IsEmpty
                ? "None of the damages that need no run finds a place in the file."
                : "None of the damages finds a place in the file.");
        }
    }

    private static async ValueTask<Outcome> Judge(Bench bench, RowMaker maker, Wreck wreck, CancellationToken cancellationToken)
    {
        var damaged = bench.Source.WithText(wreck.Text);
        var quality = Bench.Rate(damaged, bench.Workbench)!;
        if (quality.HasSyntaxError)
        {
            return Reject(wreck.Task, RejectReasons.DoesNotParse, $"The damage {wreck.Name} leaves a program that does not parse.");
        }

        if (quality.Score >= bench.Quality.Score)
        {
            return Reject(wreck.Task, "code-enhance.damage-does-not-show", $"The damage {wreck.Name} does not lower the quality of the file.");
        }

        if (bench.Studies.IsEmpty)
        {
            return maker.Make(Pair(wreck, bench, quality, new Verification(Grounded.Asking.Behaviour.Method, VerificationStatus.Unverified, "no case of the file runs the same way every time; only comments, white space and line ends differ")));
        }

        var (difference, _, same) = await bench.Compare(damaged, cancellationToken).ConfigureAwait(false);
        return difference is null
            ? maker.Make(Pair(wreck, bench, quality, wreck.IsTextual ? same! : bench.Weigh(same!, damaged)))
            : Reject(wreck.Task, "code-enhance.damage-changes-behaviour", $"With the damage {wreck.Name} the program behaves differently.") with { Evidence = difference };
    }

    private static Pair Pair(Wreck wreck, Bench bench, CodeQuality quality, Verification behaviour) => new()
    {
        Task = wreck.Task,
        Key = wreck.Name,
        Ask = wreck.Bank,
        Raw = wreck.Text,
        Better = bench.Source.Text,
        RawQuality = quality,
        Quality = bench.Quality,
        Summary = Summaries.Of(wreck, bench.Workbench.Random($"summary/{wreck.Name}")),
        Slots = Slots(wreck, bench),
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("mode", "grounded").Add("damage", wreck.Name),
        Verification = [behaviour, Bench.Parses],
        Facts = new JsonObject
        {
            ["damages"] = new JsonArray([.. wreck.Done.Select(d => (JsonNode)new JsonObject { ["damage"] = d.Improvement.Damage, ["places"] = d.Places })]),
        },
    };

    private static ImmutableDictionary<string, string> Slots(Wreck wreck, Bench bench)
    {
        var wishes = Summaries.Wishes(wreck, bench.Workbench.Random($"wishes/{wreck.Name}"));
        return wreck.Done[0].Slots.ToImmutableDictionary(s => s.Name, s => s.Value).Add("wishes", wishes);
    }

    private static Reject Reject(string task, string reason, string detail) => new() { Task = task, Reason = reason, Detail = detail };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
