using System.Text.Json.Nodes;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>How often things run that run together: the lines of a block, the loop or function around it. Who knows one count knows the others.</summary>
internal static class Counted
{
    /// <summary>Whether an earlier turn has counted something that runs together with what a question counts.</summary>
    public static bool Is(Scene scene, TraceQuestion question)
    {
        var index = TraceIndex.Of(scene.Run);
        return IsTold(scene, index, Blocks(index, question.Kind, question.Facts));
    }

    /// <summary>Whether an earlier turn has counted something that runs together with a line.</summary>
    public static bool IsLine(Scene scene, int line)
    {
        var index = TraceIndex.Of(scene.Run);
        return IsTold(scene, index, [index.Source.HeadOf(line)]);
    }

    private static bool IsTold(Scene scene, TraceIndex index, IEnumerable<int> blocks)
    {
        var wanted = blocks.Select(b => Opened(scene, index, b)).ToHashSet();
        return wanted.Count > 0 && scene.Turns.Any(t => Told(index, t.Move, t.Turn).Any(b => wanted.Contains(Opened(scene, index, b))));
    }

    // The head of a function may take several lines.
    private static int Opened(Scene scene, TraceIndex index, int head) =>
        FunctionUse.At(scene.Bench.Outline, head) is { } function && index.Source.Indent(head) <= index.Source.Indent(function.Span.StartLine) ? function.Span.StartLine : head;

    private static IEnumerable<int> Told(TraceIndex index, string move, Turn turn) => move switch
    {
        "reached" => Heads(index, turn.Facts),
        // Who has seen a call line by line knows which way its conditions go.
        "walk" => turn.Facts["lines"]!.AsArray().Select(l => l!.GetValue<int>()).SelectMany(l => new[] { l, index.Source.HeadOf(l) }),
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
        function is null ? [] : index.CallsOf(function.ToString()) is var calls && calls.Select(c => c.Site).Distinct().ToList() is [> 0 and var site]
            ? [calls[0].Line, index.Source.HeadOf(site)] : calls.Take(1).Select(c => c.Line);
}
