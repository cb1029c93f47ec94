using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts;

/// <summary>State of one rendering: the variables and the output, which is limited.</summary>
internal sealed class RenderContext(string path, IReadOnlyDictionary<string, object?> values, int maximumLength)
{
    private readonly StringBuilder _output = new(1024);

    public IReadOnlyDictionary<string, object?> Values { get; } = values;

    public void Write(string text)
    {
        if (_output.Length + (long)text.Length > maximumLength)
        {
            throw new ProblemException(new Problem(
                "template-output", $"The rendered text is longer than {maximumLength} characters.",
                "Pass shorter values; source files and traces are limited by the options of the strategy.",
                ExitCode.Configuration, new TextLocation(path)));
        }

        _output.Append(text);
    }

    public override string ToString() => _output.ToString();
}
