using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Grounded.Phrasing;

/// <summary>Says how runs begin and end. Pure.</summary>
public static class CaseWords
{
    /// <summary>Several runs, numbered, with input and files in blocks.</summary>
    /// <param name="studies">The runs.</param>
    /// <param name="random">Chooses the wordings.</param>
    public static string Of(ImmutableArray<CaseStudy> studies, IRandom random)
    {
        var text = new StringBuilder($"There are {studies.Length} runs.");
        foreach (var (study, number) in studies.Select((s, i) => (s, i + 1)))
        {
            text.Append($"\n\nRun {number}: {Arguments(study.Case)}, {(study.Case.Stdin.IsEmpty ? "and nothing on standard input." : "and this on standard input:")}");
            if (!study.Case.Stdin.IsEmpty)
            {
                text.Append('\n').Append(Invocation.Input(study.Input!, random));
            }

            foreach (var (path, content) in study.Case.Files)
            {
                text.Append($"\n\nThe file {Fences.Span(path)} in its working directory:\n").Append(Fences.Wrap(PlainText.Of(content)!));
            }
        }

        return text.ToString();
    }

    /// <summary>The arguments as part of a sentence.</summary>
    public static string Arguments(ExecutionCase @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return @case.Arguments.Length switch
        {
            0 => "no arguments",
            1 => $"the argument {Fences.Span(ShellWords.Join(@case.Arguments))}",
            _ => $"the arguments {Fences.Span(ShellWords.Join(@case.Arguments))}",
        };
    }

    /// <summary>An output in a block, or the remark that there is none.</summary>
    /// <param name="head">What the output is, as a noun with its article and a capital: <c>The expected output</c>.</param>
    /// <param name="output">The output.</param>
    public static string Output(string head, string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Length == 0 ? $"{head} is empty." : $"{head}:\n\n{Fences.Wrap(output)}";
    }

    /// <summary>How a run ended, as a noun.</summary>
    public static string Ending(int? exitCode, int? signal) =>
        exitCode is { } code ? $"exit status {code}" : signal switch
        {
            6 => "signal 6 (SIGABRT)",
            8 => "signal 8 (SIGFPE)",
            11 => "signal 11 (SIGSEGV)",
            _ => $"signal {signal}",
        };

    /// <summary>How a recorded run ended, as a noun.</summary>
    public static string Ending(TraceEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return Ending(end.ExitCode, end.Signal);
    }
}
