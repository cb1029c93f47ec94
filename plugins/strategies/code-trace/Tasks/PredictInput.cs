using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>An input that leads to a given output. The recorded run proves that the answer does.</summary>
internal sealed class PredictInput : ITraceTask
{
    public string Name => "predict-input";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        var fits = study.Output is { } output && output.Trim().Length > 0 && output.Length <= options.MaxOutputCharacters;
        // What the file's own comments show is not worth asking for, nor what leads to a message that the source spells out: almost anything does.
        if (fits && study.Case.Origin != "example" && !IsCopied(study) && !Surroundings.AreInOutput(study) && !study.Source.Text.Contains(study.Output!.Trim(), StringComparison.Ordinal))
        {
            if (study.Input is { } input && input.Trim().Length > 0)
            {
                yield return Make(study, "stdin", "input text", input.TrimEnd('\n'), KnownArguments(study));
            }
            else if (study.Case.Arguments.Length > 0 && study.Case.Stdin.IsEmpty)
            {
                yield return Make(study, "arguments", "command-line arguments", ShellWords.Join(study.Case.Arguments), "It reads nothing from standard input, and its arguments are written as on the command line of a shell.");
            }
        }
    }

    // A program that writes its input out again leaves nothing to find.
    private static bool IsCopied(CaseStudy study)
    {
        var given = study.Input is { } input && input.Trim().Length > 0 ? input.Split('\n').Where(line => line.Trim().Length > 0) : study.Case.Arguments.AsEnumerable();
        return given.All(part => study.Output!.Contains(part.Trim(), StringComparison.Ordinal));
    }

    private static string KnownArguments(CaseStudy study) => study.Case.Arguments.IsEmpty
        ? "It is started without arguments and reads the input text from standard input."
        : $"It is started with the arguments {Fences.Span(ShellWords.Join(study.Case.Arguments))} and reads the input text from standard input.";

    private static Question Make(CaseStudy study, string kind, string wanted, string answer, string known) => new()
    {
        Answer = answer,
        ShowsInvocation = false,
        AnswerMustNotShow = true,
        Values = new Dictionary<string, object?>
        {
            ["wanted"] = wanted,
            ["plural"] = kind == "arguments",
            ["known"] = known,
            ["output"] = Fences.Wrap(study.Output!),
        }.ToImmutableDictionary(),
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("asked", kind),
        Facts = new JsonObject { ["asked"] = kind },
    };
}
