using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>What the program prints.</summary>
internal sealed class PredictOutput : ITraceTask
{
    public string Name => "predict-output";

    public IEnumerable<Question> Ask(CaseStudy study, CodeTraceOptions options, IWorkbench workbench)
    {
        if (!Surroundings.AreInOutput(study) && study.Output is { } output && output.Trim().Length > 0 && output.Length <= options.MaxOutputCharacters
            && !study.Source.Text.Contains(output.Trim(), StringComparison.Ordinal))
        {
            yield return new Question { Answer = output.TrimEnd('\n'), AnswerMustNotShow = true };
        }
    }
}
