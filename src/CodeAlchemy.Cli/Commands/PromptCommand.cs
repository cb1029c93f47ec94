using System.CommandLine;
using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Cli.Output;
using CodeAlchemy.Workspace.Prompts;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy prompt …</c>: the templates of prompts.</summary>
internal static class PromptCommand
{
    public static Command Create() => new("prompt", "Show, render and check the templates of prompts") { Show(), Render(), Lint() };

    private static Command Show()
    {
        var name = new Argument<string?>("NAME") { Arity = ArgumentArity.ZeroOrOne, Description = "A template; all of them without" };
        var manifest = ManifestOption();
        var command = new Command("show", "Show a template, where it comes from, its hash and its variables; list them without NAME") { name, manifest };
        command.Does((parsed, terminal, _) =>
        {
            using var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
            var prompts = workspace.Prompts;
            if (parsed.GetValue(name) is { } wanted)
            {
                PromptOutput.Write(prompts.Show(wanted, parsed.GetValue(manifest)), terminal);
            }
            else
            {
                PromptOutput.WriteList([.. prompts.Names(parsed.GetValue(manifest)).Select(n => prompts.Show(n, parsed.GetValue(manifest)))], terminal);
            }

            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }

    private static Command Render()
    {
        var name = new Argument<string>("NAME") { Description = "A template" };
        var set = new Option<string[]>("--set") { Description = "A variable; dots reach into objects, values that are JSON are taken as such", HelpName = "KEY=VALUE" };
        var values = ValuesOption("Variables, as a JSON object");
        var manifest = ManifestOption();
        var seed = new Option<long>("--seed") { Description = "Seed of random values", HelpName = "N" };
        var now = new Option<string?>("--now") { Description = "Value of date.now; the present without", HelpName = "TIME" };
        var command = new Command("render", "Render a template to stdout") { name, set, values, manifest, seed, now };
        command.Does((parsed, terminal, _) =>
        {
            using var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
            var prompt = workspace.Prompts.Render(new PromptRequest
            {
                Name = parsed.GetValue(name)!,
                Values = PromptValues.Read(parsed.GetValue(values), parsed.GetValue(set) ?? []),
                Manifest = parsed.GetValue(manifest),
                Seed = parsed.GetValue(seed),
                Now = Time(parsed.GetValue(now)),
            });
            terminal.Out.Write(terminal.Json
                ? JsonOutput.Of(new { schema = "codealchemy.prompt/1", template = prompt.Reference.Template, sha256 = prompt.Reference.Sha256, text = prompt.Text }) + "\n"
                : prompt.Text);
            return Task.FromResult((int)ExitCode.Ok);
        });
        return command;
    }

    private static Command Lint()
    {
        var targets = new Argument<string[]>("PATH|NAME") { Arity = ArgumentArity.ZeroOrMore, Description = "Templates, files or folders; all templates without" };
        var values = ValuesOption("Variables that will be there: others are errors");
        var manifest = ManifestOption();
        var command = new Command("lint", "Check templates without rendering them") { targets, values, manifest };
        command.Does((parsed, terminal, _) =>
        {
            using var workspace = CommandSupport.OpenWorkspace(parsed, terminal);
            var known = parsed.GetValue(values) is { } file ? PromptValues.Read(file, []) : null;
            var report = workspace.Prompts.Lint(parsed.GetValue(targets) ?? [], known, parsed.GetValue(manifest));
            PromptOutput.Write(report, terminal);
            return Task.FromResult((int)(report.Errors == 0 ? ExitCode.Ok : ExitCode.Configuration));
        });
        return command;
    }

    private static Option<string?> ManifestOption() =>
        new("--manifest") { Description = "Manifest whose folder templates/ may override templates", HelpName = "FILE" };

    private static Option<string?> ValuesOption(string description) => new("--values") { Description = description, HelpName = "FILE.json" };

    private static DateTimeOffset Time(string? text) => text is null ? DateTimeOffset.UtcNow
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new ProblemException(new Problem("usage", $"'{text}' is not a time", "write it as 2026-01-31T12:00:00Z", ExitCode.Usage));
}
