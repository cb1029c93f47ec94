using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>How often things run that run together: the lines of a block, the loop or function around it. Who knows one count knows the others.</summary>
internal static class Counted
{
    /// <summary>Whether an earlier turn has counted something that runs together with what a question counts.</summary>
    public static bool Is(Scene scene, TraceQuestion question)
    {
        var index = TraceIndex.Of(scene.Run);
        var wanted = Blocks(index, question.Kind, question.Facts).ToHashSet();
        return wanted.Count > 0 && scene.Turns.Any(t => Told(index, t.Move, t.Turn).Any(wanted.Contains));
    }

    private static IEnumerable<int> Told(TraceIndex index, string move, Turn turn) => move switch
    {
        "reached" => Heads(index, turn.Facts),
        "calls" => index.Functions.Select(f => index.CallsOf(f)[0].Line),
        _ when turn.Kind is { } kind => Blocks(index, kind, turn.Facts),
        _ => [],
    };

    // A block goes by the line that opens it.
    private static IEnumerable<int> Blocks(TraceIndex index, string kind, JsonObject facts) => kind switch
    {
        "line-count" or "line-count-in-call" or "line-ever-runs" or "line-runs-more" or "pair-only-one" or "pair-more-runs" => Heads(index, facts),
        "loop-iterations" or "branch-count" => Heads(index, facts).Append(facts["line"]!.GetValue<int>()),
        "call-count" or "pair-extra-calls" => Declared(index, facts["function"]),
        "calls-inside" => Declared(index, facts["inner"]),
        _ => [],
    };

    private static IEnumerable<int> Heads(TraceIndex index, JsonObject facts) =>
        new[] { facts["line"], facts["other"] }.OfType<JsonValue>().Select(line => index.Source.HeadOf(line.GetValue<int>()));

    private static IEnumerable<int> Declared(TraceIndex index, JsonNode? function) =>
        function is null ? [] : index.CallsOf(function.ToString()).Take(1).Select(c => c.Line);
}
