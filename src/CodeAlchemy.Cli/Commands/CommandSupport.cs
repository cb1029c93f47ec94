using System.CommandLine;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace;

namespace CodeAlchemy.Cli.Commands;

/// <summary>What commands share: opening the workspace and giving an action its terminal.</summary>
internal static class CommandSupport
{
    /// <summary>Sets the action of a command; data is flushed whatever happens.</summary>
    public static void Does(this Command command, Func<ParseResult, Terminal, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = Terminal.Create(parsed);
            try
            {
                return await action(parsed, terminal, cancellationToken);
            }
            finally
            {
                terminal.Flush();
            }
        });

    /// <summary>Opens the workspace and says what was wrong with plugins.</summary>
    public static AlchemyWorkspace OpenWorkspace(ParseResult parsed, Terminal terminal)
    {
        var workspace = AlchemyWorkspace.Open(WorkspaceOptions.FromEnvironment() with
        {
            StrictPlugins = parsed.GetValue(GlobalOptions.StrictPlugins),
        });
        if (!terminal.Quiet)
        {
            // A broken plugin is no error of this command, unless it is the one that is needed.
            terminal.Problems.Write(workspace.PluginDiagnostics.Select(diagnostic => diagnostic with { Severity = DiagnosticSeverity.Warning }));
        }

        return workspace;
    }

    /// <summary>Opens the workspace for a command that mends plugins, so that their faults are its matter and no hindrance.</summary>
    /// <param name="underTest">Folder of a plugin that takes part although it is installed nowhere, or <see langword="null"/>.</param>
    public static AlchemyWorkspace OpenForPlugins(string? underTest = null) =>
        AlchemyWorkspace.Open(WorkspaceOptions.FromEnvironment() with { PluginUnderTest = underTest });

    /// <summary>Writes the warnings of a parsed value and gives it, or ends the command with its errors.</summary>
    public static T Require<T>(this Parsed<T> parsed, Terminal terminal)
        where T : class
    {
        terminal.Problems.Write(parsed.Diagnostics);
        if (parsed.Value is { } value && !parsed.HasErrors)
        {
            return value;
        }

        var errors = parsed.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        throw new ProblemException(new Problem(
            "invalid-manifest",
            errors == 1 ? "the manifest has an error" : $"the manifest has {errors} errors",
            "every key is described in docs/manifest.md",
            ExitCode.Configuration));
    }

    /// <summary>The option that chooses the isolation.</summary>
    public static Option<IsolationLevel> IsolationOption()
    {
        var option = new Option<IsolationLevel>("--isolation")
        {
            Description = "strict (default), standard or none",
            HelpName = "strict|standard|none",
            DefaultValueFactory = _ => IsolationLevel.Strict,
        };
        return option;
    }
}
