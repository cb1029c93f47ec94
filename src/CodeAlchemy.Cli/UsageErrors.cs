using System.CommandLine;
using System.CommandLine.Parsing;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Cli;

/// <summary>Mistakes on the command line, in words that say what to write instead.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<Problem> Find(ParseResult parsed, string[] arguments)
    {
        if (parsed.Action is System.CommandLine.Help.HelpAction)
        {
            return [];
        }

        if (parsed.Tokens.Any(token => token.Type == TokenType.Directive))
        {
            return [];
        }

        var command = parsed.CommandResult.Command;
        var path = CommandPath(parsed.CommandResult);
        var mistakes = new List<Problem>();
        foreach (var word in UnknownOptions(parsed, arguments))
        {
            mistakes.Add(Unknown("option", word, KnownOptions(parsed.CommandResult), path));
        }

        foreach (var word in parsed.UnmatchedTokens.Take(1).Where(word => !word.StartsWith('-')))
        {
            mistakes.Add(command.Subcommands.Count > 0
                ? Unknown("command", word, command.Subcommands.Select(child => child.Name), path)
                : new Problem("usage", $"'{word}' is one argument too many for '{path}'", $"see: {path} --help", ExitCode.Usage));
        }

        if (mistakes.Count == 0 && parsed.Errors.Count > 0)
        {
            mistakes.Add(new Problem("usage", parsed.Errors[0].Message.TrimEnd('.'), $"see: {path} --help", ExitCode.Usage));
        }

        return mistakes;
    }

    // What follows '--' belongs to the traced program; what looks like an option before it was meant for us.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed, string[] arguments)
    {
        var known = KnownOptions(parsed.CommandResult).ToHashSet(StringComparer.Ordinal);
        var ours = arguments.TakeWhile(argument => argument != "--").ToHashSet(StringComparer.Ordinal);
        var taken = parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens).Select(token => token.Value)
            .Concat(parsed.UnmatchedTokens);
        return taken.Where(word => word.Length > 1 && word[0] == '-' && ours.Contains(word) && !known.Contains(word)).Distinct();
    }

    private static IEnumerable<string> KnownOptions(CommandResult result)
    {
        for (SymbolResult? current = result; current is not null; current = current.Parent)
        {
            if (current is CommandResult level)
            {
                foreach (var option in level.Command.Options)
                {
                    yield return option.Name;
                    foreach (var alias in option.Aliases)
                    {
                        yield return alias;
                    }
                }
            }
        }
    }

    private static Problem Unknown(string what, string word, IEnumerable<string> known, string path)
    {
        var nearest = NearestName.Find(word, known);
        var remedy = nearest is null ? $"see: {path} --help" : $"did you mean '{nearest}'? see: {path} --help";
        return new Problem($"unknown-{what}", $"'{word}' is not a known {what} of '{path}'", remedy, ExitCode.Usage);
    }

    private static string CommandPath(CommandResult result)
    {
        var names = new Stack<string>();
        for (SymbolResult? current = result; current is not null; current = current.Parent)
        {
            if (current is CommandResult level)
            {
                names.Push(level.Parent is null ? "codealchemy" : level.Command.Name);
            }
        }

        return string.Join(' ', names);
    }
}
