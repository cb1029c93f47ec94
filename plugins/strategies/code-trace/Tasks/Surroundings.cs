using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Texts that come from where a program runs and not from the program: paths of its file and of its run time, the sign of what is no number. Pure.</summary>
internal static partial class Surroundings
{
    /// <summary>Whether a text holds the path of the program's own file.</summary>
    public static bool HasProgramPath(CaseStudy study, string text) => text.Contains("/" + study.Source.FileName, StringComparison.Ordinal);

    /// <summary>Whether the output shows any of them.</summary>
    public static bool AreInOutput(CaseStudy study) => study.Output is { } output && (HasProgramPath(study, output) || Foreign().IsMatch(output));

    /// <summary>Whether a text shows any of them but the program's own path.</summary>
    public static bool AreIn(string text) => Foreign().IsMatch(text);

    [GeneratedRegex(@"-nan\b|/usr/[\w/.]*bin/|/out/program(?![\w""])")]
    private static partial Regex Foreign();
}
