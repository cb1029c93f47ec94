using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.PluginHost;
using CodeAlchemy.PluginHost.Trust;

namespace CodeAlchemy.Cli.Commands.Plugins;

/// <summary>Shows what a plugin runs and asks; <c>--yes</c> is an answer given before.</summary>
internal sealed class TerminalConsent(ParseResult parsed, Terminal terminal) : IPluginConsent
{
    public ValueTask<bool> Ask(ConsentQuestion question, CancellationToken cancellationToken)
    {
        var hasConsent = parsed.GetValue(GlobalOptions.Yes);
        if (!hasConsent || !terminal.Quiet)
        {
            Show(question);
        }

        if (!hasConsent && !terminal.CanAsk)
        {
            throw new ProblemException(new Problem(
                PluginCodes.Untrusted, $"'{question.Key}' runs code, and there is nobody to ask.", "Look at what it runs, above, and allow it with --yes.", ExitCode.Plugin));
        }

        return ValueTask.FromResult(hasConsent || Terminal.Confirm("Allow this?"));
    }

    private static void Show(ConsentQuestion question)
    {
        Console.Error.WriteLine($"{question.Key} {question.Version} from {question.From} runs code{(question.IsChange ? ", and it is not what you allowed before" : "")}:");
        foreach (var line in question.Runs)
        {
            Console.Error.WriteLine($"  - {line}");
        }

        if (question.Needs.Length > 0)
        {
            Console.Error.WriteLine($"  It may use: {string.Join(", ", question.Needs)}.");
        }

        Console.Error.WriteLine($"  content sha256:{question.Content}");
    }
}
