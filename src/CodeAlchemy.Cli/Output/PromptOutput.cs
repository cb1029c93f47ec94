using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Prompts;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>Templates and what is wrong with them, for people and as JSON.</summary>
internal static class PromptOutput
{
    public static void WriteList(IReadOnlyList<PromptDescription> prompts, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new
            {
                schema = "codealchemy.prompts/1",
                prompts = prompts.Select(p => new { name = p.Name, layer = p.Layer, file = p.File, sha256 = p.Sha256, variables = p.Variables }),
            }));
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn("template").AddColumn("from").AddColumn("hash").AddColumn("variables");
        foreach (var prompt in prompts)
        {
            table.AddRow(Markup.Escape(prompt.Name), Markup.Escape(prompt.Layer), prompt.Sha256[..12], Markup.Escape(string.Join(", ", prompt.Variables)));
        }

        terminal.Table().Write(table);
    }

    public static void Write(PromptDescription prompt, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new
            {
                schema = "codealchemy.prompt-source/1",
                name = prompt.Name,
                layer = prompt.Layer,
                file = prompt.File,
                overrides = prompt.Overrides,
                sha256 = prompt.Sha256,
                includes = prompt.Includes,
                variables = prompt.Variables,
                text = prompt.Text,
            }));
            return;
        }

        if (!terminal.Quiet)
        {
            terminal.Note($"{prompt.Name}: {prompt.Layer}, {prompt.File}");
            terminal.Note($"hash {prompt.Sha256}");
            WriteNames(terminal, "overrides", prompt.Overrides);
            WriteNames(terminal, "includes", prompt.Includes);
            WriteNames(terminal, "variables", prompt.Variables);
        }

        terminal.Out.Write(prompt.Text);
    }

    public static void Write(PromptLintReport report, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new
            {
                schema = "codealchemy.prompt-lint/1",
                templates = report.Templates,
                errors = report.Errors,
                findings = report.Diagnostics.Select(d => new
                {
                    severity = d.Severity == DiagnosticSeverity.Error ? "error" : "warning",
                    code = d.Code,
                    message = d.Message,
                    file = d.Location?.File,
                    line = d.Location?.Line,
                    column = d.Location?.Column,
                    remedy = d.Remedy,
                }),
            }));
            return;
        }

        terminal.Problems.Write(report.Diagnostics);
        terminal.Note(string.Create(
            CultureInfo.InvariantCulture, $"{report.Templates} templates, {report.Errors} errors, {report.Diagnostics.Length - report.Errors} warnings"));
    }

    private static void WriteNames(Terminal terminal, string title, IReadOnlyCollection<string> names)
    {
        if (names.Count > 0)
        {
            terminal.Note($"{title} {string.Join(", ", names)}");
        }
    }
}
