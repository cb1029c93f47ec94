using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Metrics;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>A question about a run whose answer is known, and how an answer is scored. Immutable.</summary>
/// <param name="Question">What is asked, with the form of the answer.</param>
/// <param name="Template">What an answer may start from; empty when there is nothing.</param>
/// <param name="Expected">The right answer.</param>
public sealed record Prediction(string Question, string Template, string Expected)
{
    private const int MostSteps = 200;

    /// <summary>A prediction of a kind, <c>output</c> or <c>trace</c>; <see langword="null"/> for another kind.</summary>
    public static Prediction? Of(LiveTrace trace, string kind)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return kind switch
        {
            "output" => new Prediction("What does the program write to standard output? Answer with the text, line by line.", "", trace.Stdout),
            "trace" => OfTrace(trace),
            _ => null,
        };
    }

    /// <summary>Scores an answer.</summary>
    public PredictionResult Score(string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new PredictionResult(ExactMatch.Of(Expected, answer), Rouge2.Of(Expected, answer).F, FirstDivergence.Of(Expected, answer));
    }

    private static Prediction OfTrace(LiveTrace trace)
    {
        var steps = new StringBuilder();
        var lines = trace.Trace.Events.Where(e => e is { Kind: TraceEventKind.Line or TraceEventKind.Call or TraceEventKind.Return, File: null }).ToList();
        foreach (var e in lines.Take(MostSteps))
        {
            steps.Append(Step(e)).Append('\n');
        }

        var most = lines.Count > MostSteps ? string.Create(CultureInfo.InvariantCulture, $" Give the first {MostSteps} steps.") : "";
        return new Prediction(
            "Which steps does the program take? One per line: 'call NAME a=1', 'line N x=2' with the variables that changed since the step before, 'return VALUE'." + most,
            lines.Count > 0 ? Step(lines[0]) + "\n" : "",
            steps.ToString());
    }

    private static string Step(TraceEvent e)
    {
        var changes = string.Concat(e.Set.Select(variable => $" {variable.Name}={variable.Value.Text}"));
        return e.Kind switch
        {
            TraceEventKind.Call => $"call {e.Function}{changes}",
            TraceEventKind.Return => e.Unwound ? "unwound" : $"return {e.Value?.Text}".TrimEnd(),
            _ => string.Create(CultureInfo.InvariantCulture, $"line {e.Line}{changes}"),
        };
    }
}

/// <summary>How good an answer is.</summary>
/// <param name="ExactMatch">Whether it is the expected text, but for white space at line ends.</param>
/// <param name="Rouge2">ROUGE-2 F, 0 to 1.</param>
/// <param name="FirstDivergentStep">The first line, from 1, that differs; 0 when none does.</param>
public sealed record PredictionResult(bool ExactMatch, double Rouge2, int FirstDivergentStep);
