using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>What is said to the model, and in the row. Pure but for the workbench.</summary>
internal static class PublishedWords
{
    private const int Variants = 4;
    private static readonly PhraseBanks Banks = new(typeof(PublishedWords).Assembly);

    /// <summary>What the request for both files needs.</summary>
    public static Dictionary<string, object?> Request(SourceFile source, CodeTraceOptions options, IWorkbench workbench) => new()
    {
        ["name"] = source.FileName,
        ["script"] = PublishedForm.ScriptName,
        ["language"] = LanguageNames.Of(source.Language),
        ["code"] = Fences.Wrap(source.Text, source.Language),
        ["commands"] = Fences.Wrap(string.Join('\n', workbench.ShellCommands(source)), "bash"),
        ["min"] = Number(options.MinTracePoints),
        ["max"] = Number(options.MaxTracePoints),
    };

    /// <summary>What a request to mend the reply needs.</summary>
    public static Dictionary<string, object?> Repair(SourceFile source, Fault fault) => new()
    {
        ["name"] = source.FileName,
        ["script"] = PublishedForm.ScriptName,
        ["fault"] = fault.ForModel,
    };

    /// <summary>The user's turn of the row: both files under their names, and what is asked.</summary>
    public static RenderedPrompt Question(SourceFile source, PublishedReply files, IEnumerable<string> traces, IWorkbench workbench)
    {
        var random = workbench.Random($"words/{PublishedForm.Task}");
        var names = traces.Select(name => $"`{name}`").ToArray();
        var slots = new Dictionary<string, string>
        {
            ["file"] = $"`{source.FileName}`",
            ["language"] = LanguageNames.Of(source.Language),
            ["script"] = $"`{PublishedForm.ScriptName}`",
            ["traces"] = $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
        return workbench.Prompt($"code-trace/published-question-{random.Next(Variants) + 1}.scriban", new Dictionary<string, object?>
        {
            ["opening"] = Banks.Get("published-openings").Choose(random, slots),
            ["ask"] = Banks.Get("published-asks").Choose(random, slots),
            ["name"] = source.FileName,
            ["script"] = PublishedForm.ScriptName,
            ["code"] = Fences.Wrap(files.Program, source.Language),
            ["commands"] = Fences.Wrap(files.Script, "bash"),
        });
    }

    /// <summary>In how many cases the program with trace points was found to behave as the original.</summary>
    public static string SameIn(int known) => known switch
    {
        0 => "standard output and exit status are equal under the script",
        1 => "standard output and exit status are equal in 1 case of the file and under the script",
        _ => $"standard output and exit status are equal in {Number(known)} cases of the file and under the script",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
