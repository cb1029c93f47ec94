using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Grounded.Phrasing;

/// <summary>Says how the program is run: arguments, input and files.</summary>
public static class Invocation
{
    /// <summary>The sentences, with the input and the files in blocks of their own.</summary>
    public static string Of(CaseStudy study, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(study);
        var hasInput = !study.Case.Stdin.IsEmpty;
        var bank = (study.Case.Arguments.Length, hasInput) switch
        {
            (0, false) => "run-plain",
            (0, true) => "run-input",
            (1, false) => "run-argument",
            (1, true) => "run-argument-input",
            (_, false) => "run-arguments",
            _ => "run-arguments-input",
        };
        var slots = new Dictionary<string, string>
        {
            ["arguments"] = Fences.Span(ShellWords.Join(study.Case.Arguments)),
            ["file"] = $"`{study.Source.FileName}`",
        };
        var text = new StringBuilder(PhraseBanks.Shared.Get(bank).Choose(random, slots));
        if (hasInput)
        {
            text.Append('\n').Append(Input(study.Input!, random));
        }

        AppendFiles(text, study);
        return text.ToString();
    }

    /// <summary>An input in a block, with the remark whether its last line ends: a block shows the same either way, and programs do not do the same.</summary>
    public static string Input(string input, IRandom random)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(random);
        return $"{Fences.Wrap(input)}\n\n{PhraseBanks.Shared.Get(input.EndsWith('\n') ? "input-ends" : "input-open").Choose(random, new Dictionary<string, string>())}";
    }

    private static void AppendFiles(StringBuilder text, CaseStudy study)
    {
        foreach (var (path, content) in study.Case.Files)
        {
            text.Append($"\n\nThe file {Fences.Span(path)} in the working directory:\n").Append(Fences.Wrap(PlainText.Of(content)!));
        }
    }
}
