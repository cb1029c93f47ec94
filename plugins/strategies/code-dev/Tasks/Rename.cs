using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>A local variable gets another name in its function; the whole behaves as before in every case.</summary>
internal sealed class Rename : IDevTask
{
    private const int MostTries = 3;

    public string Name => "rename";

    public TraceTrust Needs => TraceTrust.Values;

    public async IAsyncEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var random = bench.Workbench.Random(Name);
        var candidates = VariableRename.Candidates(bench);
        for (var tries = 0; tries < MostTries && candidates.Count > 0; tries++)
        {
            var candidate = candidates[random.Next(candidates.Count)];
            candidates.Remove(candidate);
            var changed = TextEdits.Apply(bench.Source.Text, candidate.Places.Select(p => new TextEdit(p.Start, p.End, candidate.To)));
            if (await bench.BehavesAlike(changed, cancellationToken).ConfigureAwait(false))
            {
                yield return Question(bench, candidate, changed);
                yield break;
            }
        }
    }

    private static DevQuestion Question(Bench bench, VariableRename candidate, string changed)
    {
        var function = candidate.Function;
        return new DevQuestion
        {
            Study = bench.Studies[0],
            Answer = Fences.Wrap(SourceLines.Block(changed, function.Span), bench.Source.Language),
            Slots = ImmutableDictionary<string, string>.Empty.Add("function", Fences.Span(function.Name)).Add("line", FaultText.Number(function.Span.StartLine))
                .Add("from", Fences.Span(candidate.From)).Add("to", Fences.Span(candidate.To)),
            Verification = [bench.Alike()],
            Facts = new JsonObject { ["function"] = function.Name, ["from"] = candidate.From, ["to"] = candidate.To, ["places"] = candidate.Places.Length },
        };
    }
}
