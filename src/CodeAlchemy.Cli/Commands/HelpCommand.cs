using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy help TOPIC</c>: what belongs to no single command.</summary>
internal static class HelpCommand
{
    private static readonly SortedDictionary<string, string> Topics = new(StringComparer.Ordinal)
    {
        ["exit-codes"] = """
            Exit codes
              0    ok
              1    failure
              2    the command line is wrong
              3    more rejects than the manifest allows (run.rejects.atMost)
              4    stopped by a budget or limit
              5    a manifest or the configuration is wrong
              6    a plugin is broken, changed or not allowed
              7    a tool chain or a sandbox feature is missing
              130  interrupted; the same command resumes the run
            `exec` passes the program's own exit status through. `trace` ends with 0 when the program was traced,
            whatever its own status; that is in the last line of the trace.
            """,
        ["isolation"] = """
            Isolation of the programs that are run
              strict    every protection and limit; a missing one is an error that names it (the default)
              standard  what this machine offers; what is missing is said
              none      no sandbox: programs run with your rights. Only for programs you trust.
            `codealchemy doctor` lists the protections of this machine.
            """,
        ["environment"] = """
            Environment
              CODEALCHEMY_HOME       the user's folder (plugins, configuration); default ~/.codealchemy
              CODEALCHEMY_CACHE_DIR  compiled programs and tracers; default /var/cache/codealchemy for root, else ~/.cache/codealchemy
              CODEALCHEMY_PLUGINS    ids of the plugins that may load, separated by commas; empty for none
              NO_COLOR, CLICOLOR_FORCE  colour off, colour on
            """,
        ["plugins"] = """
            Plugins (docs/plugins.md)
              Layers: built-in, then the user's, then the project's; a built-in id is taken only with --replace.
              install SOURCE takes a folder, a .zip, .tar.gz or .nupkg, https://…, git+https://…[@ref][#folder], or
              nuget:FEED/PACKAGE[@version] of a feed in your feeds.yaml, and writes codealchemy.lock.json, which is committed.
              restore gets exactly what the lock file names, or says what differs.
              What runs code is asked about once for each content (--yes consents); what changed is not taken
              until `plugin trust` or `plugin restore`.
            """,
        ["renderings"] = """
            Renderings of a trace (trace --render NAME)
              table       aligned, for reading in a terminal (the default)
              compact     what changed, in few tokens, with periodic full states
              cwm         Code World Model frames
              scratchpad  the source with values as trailing comments
              narrative   plain sentences
            `trace --json` writes the canonical JSON Lines (codealchemy.trace/1).
            """,
        ["reviews"] = """
            Reviews of rows (docs/reviews.md)
              review RUN                        how far the review is
              review RUN --list undecided       rows with their ids; --strategy, --language, --task, --search narrow it
              review RUN --row ID               one row with what was checked and decided
              review RUN --row ID --accept      or --edit FILE, --reject REASON, --skip, --flag, --unflag
              review RUN --undo, --redo         back and forth, as far as the journal goes
              export RUN --accepted             the accepted rows as JSON Lines, edited ones in their edited form
            Decisions are lines of RUN/reviews.jsonl. Nothing in the dataset is changed, and no run touches them.
            """,
    };

    public static Command Create()
    {
        var topic = new Argument<string?>("TOPIC") { Arity = ArgumentArity.ZeroOrOne, Description = string.Join(", ", Topics.Keys) };
        topic.CompletionSources.Add(_ => Topics.Keys.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("help", "Explain a topic") { topic };
        command.SetAction(result => Show(result.GetValue(topic)));
        return command;
    }

    private static int Show(string? topic)
    {
        if (topic is null)
        {
            Console.Out.WriteLine("Topics: " + string.Join(", ", Topics.Keys) + "\nCommands explain themselves: codealchemy COMMAND --help");
            return (int)ExitCode.Ok;
        }

        if (!Topics.TryGetValue(topic, out var text))
        {
            var nearest = NearestName.Find(topic, Topics.Keys);
            throw new ProblemException(new Problem(
                "unknown-topic",
                $"there is no help on '{topic}'",
                nearest is null ? "topics: " + string.Join(", ", Topics.Keys) : $"did you mean '{nearest}'?",
                ExitCode.Usage));
        }

        Console.Out.WriteLine(text);
        return (int)ExitCode.Ok;
    }
}
