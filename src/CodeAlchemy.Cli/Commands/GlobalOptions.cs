using System.CommandLine;

namespace CodeAlchemy.Cli.Commands;

/// <summary>Options every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json") { Recursive = true, Description = "Write results as JSON on stdout" };

    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Recursive = true, Description = "Say nothing but results and problems" };

    public static Option<bool> Verbose { get; } = new("--verbose", "-v") { Recursive = true, Description = "Say more" };

    public static Option<bool> Debug { get; } = new("--debug") { Recursive = true, Description = "Show where a fault in the tool itself arose" };

    public static Option<bool> Yes { get; } = new("--yes", "-y") { Recursive = true, Description = "Consent to what would be asked" };

    public static Option<bool> NoInput { get; } = new("--no-input") { Recursive = true, Description = "Ask nothing; end with an error where a question would be needed" };

    public static Option<bool> StrictPlugins { get; } = new("--strict-plugins") { Recursive = true, Description = "Treat a broken plugin as an error" };

    public static IEnumerable<Option> All => [Json, Quiet, Verbose, Debug, Yes, NoInput, StrictPlugins];
}
