using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Lines;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>
/// The first exception, where it is raised and what becomes of it. Programs that could raise one but don't are asked about
/// every other time, so that the question does not give away that there is one. A run whose first exception only steers, such as the end of
/// an iteration or of the program, is not asked about.
/// </summary>
internal sealed partial class PredictException : ITraceTask
{
    private static readonly string[] ControlFlow =
        ["StopIteration", "StopAsyncIteration", "GeneratorExit", "SystemExit", "KeyboardInterrupt"];

    public string Name => "predict-exception";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (study.Replay.Truncated || !study.Trust.Covers(TraceTrust.Exceptions | TraceTrust.Lines))
        {
            yield break;
        }

        var raised = TraceAnswers.Exceptions(study.Replay);
        if (raised.Length > 0)
        {
            if (raised[0] is { Line: > 0 } first && Array.IndexOf(ControlFlow, first.Type) < 0 && IsTold(first) && InMainFile(study) && StatementMap.Of(study.Source, workbench)?.IsInside(first.Line) != true)
            {
                yield return new Question
                {
                    Answer = Describe(first),
                    Values = Values(study),
                    Facts = new JsonObject { ["type"] = first.Type, ["line"] = first.Line, ["caughtLine"] = first.CaughtLine },
                };
            }
        }
        else if (study.Source.Language != "c" && MayRaise().IsMatch(study.Source.Text) && workbench.Random($"no-exception/{study.Case.Name}").Next(2) == 0)
        {
            yield return new Question { Answer = "none", Values = Values(study), Facts = new JsonObject { ["type"] = null } };
        }
    }

    // How types are named is the tracer's choice.
    private static ImmutableDictionary<string, object?> Values(CaseStudy study) =>
        ImmutableDictionary<string, object?>.Empty.Add("names", study.Source.Language switch { "java" => " The type stands without its package.", "cpp" => " The type stands with its namespace, such as `std::runtime_error`.", _ => "" });

    // A message that was cut, or that speaks of the insides of a library or of a variable by its number, can't be known from the program.
    private static bool IsTold(RaisedException e) =>
        !Describe(e).Contains('…', StringComparison.Ordinal) && !Describe(e).Contains("_M_", StringComparison.Ordinal) && !Describe(e).Contains("<local", StringComparison.Ordinal);

    private static bool InMainFile(CaseStudy study) => study.Trace.Events
        .First(e => e.Kind == TraceEventKind.Exception).File is null;

    private static string Describe(RaisedException e)
    {
        var message = string.IsNullOrEmpty(e.Message) || e.Message.Contains('\n', StringComparison.Ordinal) ? "" : $": {e.Message}";
        var fate = e.CaughtLine > 0 ? $"caught on line {Number(e.CaughtLine)}" : "not caught";
        return $"{e.Type}{message}\nraised on line {Number(e.Line)}\n{fate}";
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:raise|throw|throws|assert|catch|except|rescue|panic)\b")]
    private static partial Regex MayRaise();
}
