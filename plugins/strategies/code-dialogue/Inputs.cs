using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Whether a program can be given anything. It errs on the side of yes.</summary>
internal static partial class Inputs
{
    /// <summary>Whether a program looks at its arguments, its input, files, the time or chance; the declaration of the arguments alone is no look.</summary>
    public static bool AreRead(SourceFile source) => Reading().IsMatch(source.Text) || Arguments().Count(source.Text) > 1;

    [GeneratedRegex(@"(?i)stdin|\binput\s*\(|readline|readfile|scanf|\bcin\b|scanner|getline|getchar|fgets|\bopen\s*\(|ifstream|sys\.argv|process\.(?:argv|env)|environ|getenv|\brandom|\brand\b|\btime\b|\b(?:local)?date(?:time)?\b|\bclock\b|\bprompt\s*\(")]
    private static partial Regex Reading();

    [GeneratedRegex(@"\b(?:argv|args)\b")]
    private static partial Regex Arguments();
}
