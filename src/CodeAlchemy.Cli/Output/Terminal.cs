using System.CommandLine;
using System.Text;
using CodeAlchemy.Cli.Commands;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>The two streams of the tool: data on stdout, everything said to a person on stderr.</summary>
internal sealed class Terminal
{
    private readonly Lazy<IAnsiConsole> _error;

    private Terminal(bool json, bool quiet, bool verbose, bool debug, bool color, bool noInput)
    {
        Json = json;
        Quiet = quiet;
        Verbose = verbose;
        Debug = debug;
        Color = color;
        CanAsk = !noInput && !Console.IsInputRedirected && !Console.IsErrorRedirected;
        Out = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { AutoFlush = false };
        _error = new Lazy<IAnsiConsole>(() => Create(Console.Error));
        Problems = new ProblemWriter(this);
    }

    /// <summary>Whether results are wanted as JSON.</summary>
    public bool Json { get; }

    /// <summary>Whether only results and problems are wanted.</summary>
    public bool Quiet { get; }

    /// <summary>Whether more is wanted.</summary>
    public bool Verbose { get; }

    /// <summary>Whether stack traces of faults in the tool itself are wanted.</summary>
    public bool Debug { get; }

    /// <summary>Whether stderr takes colour and animation.</summary>
    public bool Color { get; }

    /// <summary>Whether a person watches stderr.</summary>
    public bool Interactive => Color && !Console.IsErrorRedirected && !Quiet;

    /// <summary>Whether a person can be asked: both the question and the answer go through a terminal, and <c>--no-input</c> was not given.</summary>
    public bool CanAsk { get; }

    /// <summary>Data. Flushed by <see cref="Flush"/> and at the end of a command.</summary>
    public StreamWriter Out { get; }

    /// <summary>Messages, tables and progress.</summary>
    public IAnsiConsole Error => _error.Value;

    /// <summary>Writer of problems and diagnostics.</summary>
    public ProblemWriter Problems { get; }

    /// <summary>Reads the settings from the global options and the environment (NO_COLOR, CLICOLOR_FORCE).</summary>
    public static Terminal Create(ParseResult parsed)
    {
        var forced = Environment.GetEnvironmentVariable("CLICOLOR_FORCE") is { Length: > 0 } force && force != "0";
        var refused = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(
            parsed.GetValue(GlobalOptions.Json),
            parsed.GetValue(GlobalOptions.Quiet),
            parsed.GetValue(GlobalOptions.Verbose),
            parsed.GetValue(GlobalOptions.Debug),
            forced || (!refused && !Console.IsErrorRedirected),
            parsed.GetValue(GlobalOptions.NoInput));
    }

    /// <summary>Says something to a person, unless quiet.</summary>
    public void Note(string text)
    {
        if (!Quiet)
        {
            Console.Error.WriteLine(text);
        }
    }

    /// <summary>Asks a person for a line; the answer in brackets serves when the line is empty.</summary>
    public static string Ask(string question, string @default = "")
    {
        Console.Error.Write(@default.Length == 0 ? $"{question}: " : $"{question} [{@default}]: ");
        return Console.In.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : @default;
    }

    /// <summary>Asks a person for a yes; anything else is a no.</summary>
    public static bool Confirm(string question)
    {
        Console.Error.Write($"{question} [y/N] ");
        return Console.In.ReadLine()?.Trim() is { Length: > 0 } answer && (answer[0] | 0x20) == 'y';
    }

    /// <summary>A console for tables on stdout, coloured only when stdout is a terminal.</summary>
    public IAnsiConsole Table() => Create(Out);

    /// <summary>Makes sure that data has left.</summary>
    public void Flush() => Out.Flush();

    private IAnsiConsole Create(TextWriter writer)
    {
        var isOut = ReferenceEquals(writer, Out);
        var color = Color && (!isOut || !Console.IsOutputRedirected);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = color ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = isOut && Console.IsOutputRedirected ? 160 : Math.Max(60, console.Profile.Width);
        return console;
    }
}
