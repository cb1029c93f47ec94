using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>What the trace of a program can be asked about so that a reader of the program comes to the same answer.</summary>
[Flags]
public enum TraceTrust
{
    /// <summary>Only what the program prints and how it ends.</summary>
    None = 0,

    /// <summary>Values of variables.</summary>
    Values = 1,

    /// <summary>Which lines run, and how often.</summary>
    Lines = 2,

    /// <summary>Which line has changed a variable.</summary>
    Changes = 4,

    /// <summary>Calls, their arguments and results.</summary>
    Calls = 8,

    /// <summary>Exceptions, and where they are caught.</summary>
    Exceptions = 16,

    /// <summary>The number of a step, counting lines that are about to run.</summary>
    Steps = 32,

    /// <summary>Which lines are statements, so that a list of them is whole.</summary>
    Statements = 64,

    /// <summary>The trace as it is written down.</summary>
    Notation = 128,

    /// <summary>Everything.</summary>
    All = 255,
}

/// <summary>Knows how far traces can be trusted. Pure.</summary>
/// <remarks>
/// A trace is true of the execution, but hooks and rewriting differ in what they show: the head of a Perl loop is stopped at once, Tcl and Scala
/// credit a change to a neighbouring command, a tail call leaves no frame. Each entry stands for rows that were read (docs/data-quality.md); a language that is
/// not named is asked about what every tracer has to tell.
/// </remarks>
public static partial class TraceTrusts
{
    private const TraceTrust Stepped = TraceTrust.Values | TraceTrust.Lines | TraceTrust.Changes | TraceTrust.Calls | TraceTrust.Exceptions;

    private static readonly FrozenDictionary<string, TraceTrust> Known = new Dictionary<string, TraceTrust>
    {
        ["c"] = TraceTrust.All,
        ["cpp"] = TraceTrust.All,
        ["java"] = TraceTrust.All,
        ["javascript"] = TraceTrust.All,
        ["typescript"] = TraceTrust.All,
        ["python"] = TraceTrust.All,
        ["csharp"] = Stepped | TraceTrust.Steps | TraceTrust.Notation,
        ["go"] = Stepped | TraceTrust.Steps,
        ["kotlin"] = Stepped,
        ["php"] = Stepped | TraceTrust.Notation,
        ["ruby"] = Stepped,
        ["rust"] = TraceTrust.Values | TraceTrust.Lines | TraceTrust.Calls | TraceTrust.Steps | TraceTrust.Notation,
        ["lua"] = TraceTrust.Values | TraceTrust.Lines | TraceTrust.Calls | TraceTrust.Notation,
        ["groovy"] = TraceTrust.Values | TraceTrust.Calls | TraceTrust.Exceptions | TraceTrust.Notation,
        ["perl"] = TraceTrust.Values | TraceTrust.Calls,
        ["scala"] = TraceTrust.Values,
        ["bash"] = TraceTrust.Values,
        ["tcl"] = TraceTrust.Calls,
        ["sql"] = TraceTrust.None,
    }.ToFrozenDictionary();

    /// <summary>What a trace of a program can be asked about.</summary>
    public static TraceTrust Of(string language, string text, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var trust = Known.GetValueOrDefault(language, TraceTrust.Values | TraceTrust.Calls);
        if (language is "kotlin" or "scala" && text.Contains("tailrec", StringComparison.Ordinal))
        {
            trust &= ~(TraceTrust.Lines | TraceTrust.Changes | TraceTrust.Calls);
        }

        if (language == "lua" && TailCall().IsMatch(text))
        {
            trust &= ~TraceTrust.Calls;
        }

        // The next item of such a loop is told at the line behind its last one.
        if ((language == "go" && text.Contains("range ", StringComparison.Ordinal)) || (language == "php" && text.Contains("foreach", StringComparison.Ordinal)))
        {
            trust &= ~(TraceTrust.Changes | TraceTrust.Notation);
        }

        // A Ruby variable is nil from the moment at which its scope begins.
        if (language == "ruby" && AssignedCondition().IsMatch(text))
        {
            trust &= ~(TraceTrust.Changes | TraceTrust.Lines);
        }

        // What the environment holds is not in the question; how deep a stack goes is the machine's.
        if (Environment().IsMatch(text) || trace.Events.Any(e => e.Exception is { } exception && Exhausted().IsMatch($"{exception.Type}: {exception.Message}")))
        {
            trust = TraceTrust.None;
        }

        return trust;
    }

    /// <summary>Whether an execution can be asked about all of something.</summary>
    public static bool Covers(this TraceTrust trust, TraceTrust what) => (trust & what) == what;

    [GeneratedRegex(@"^\s*return\s+[\w.:]+\s*\(.*\)\s*;?\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TailCall();

    [GeneratedRegex(@"\b(?:while|until|if)\s*\(?\s*\(?\w+\s*=[^=~]", RegexOptions.CultureInvariant)]
    private static partial Regex AssignedCondition();

    [GeneratedRegex(@"\benviron\b|\bEnviron\(|env::vars|\bgetenv\b|\$ENV\{|\$_ENV\b|\bENV\[|\bENV\.|process\.env\b|\$env\(|GetEnvironmentVariable|System\.getenv|sys\.env\b", RegexOptions.CultureInvariant)]
    private static partial Regex Environment();

    [GeneratedRegex("StackOverflow|SystemStackError|RecursionError|call stack", RegexOptions.CultureInvariant)]
    private static partial Regex Exhausted();
}
