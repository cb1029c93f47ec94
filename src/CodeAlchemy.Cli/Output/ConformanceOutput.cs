using System.Globalization;
using CodeAlchemy.Workspace.Conformance;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>Reports of the conformance kit as a table, a list of failures by cause, and as JSON.</summary>
internal static class ConformanceOutput
{
    public static void Write(IReadOnlyList<ConformanceReport> reports, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(JsonOutput.Of(new { schema = "codealchemy.conformance/1", reports }));
            return;
        }

        var console = terminal.Table();
        var table = new Table().Border(TableBorder.Simple).AddColumn("plugin");
        foreach (var title in new[] { "programs", "gradable", "same", "share", "lines agree", "counts agree", "held" })
        {
            table.AddColumn(title, column => column.RightAligned());
        }

        foreach (var report in reports)
        {
            table.AddRow(
                Markup.Escape(report.Language),
                Number(report.Programs.Length),
                Number(report.Gradable),
                Number(report.Same),
                Share(report.Same, report.Gradable),
                Share(report.LinesAgreeing, report.LinesCompared),
                Share(report.CountsAgreeing, report.CountsCompared),
                !report.IsTraced ? "not traced" : report.LacksToolchain ? "no tool chain" : report.Held ? "yes" : "no");
        }

        console.Write(table);
        foreach (var report in reports)
        {
            foreach (var group in report.Programs.Where(program => program.Outcome != ConformanceOutcome.Same).GroupBy(program => (program.Outcome, program.Cause)).OrderBy(group => group.Key.Outcome))
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Language}: {group.Count()} × {Name(group.Key.Outcome)}: {group.Key.Cause}"));
                foreach (var program in group.Take(terminal.Verbose ? int.MaxValue : 5))
                {
                    console.WriteLine($"    {program.Path}{(program.Detail is null ? string.Empty : $": {program.Detail}")}");
                }
            }

            if (report.LineDifferences.Length > 0)
            {
                console.WriteLine($"{report.Language}: lines that differ from the independent counter");
                foreach (var difference in report.LineDifferences.Take(terminal.Verbose ? int.MaxValue : 10))
                {
                    console.WriteLine($"    {difference}");
                }
            }
        }
    }

    private static string Name(ConformanceOutcome outcome) => outcome switch
    {
        ConformanceOutcome.Different => "different",
        ConformanceOutcome.NotGradable => "not gradable",
        _ => "same",
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(long part, long whole) =>
        whole == 0 ? "-" : (100.0 * part / whole).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
