using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Planning;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>A plan as tables and as JSON.</summary>
internal static class PlanOutput
{
    public static void Write(PlanReport plan, PipelineManifest manifest, IAnsiConsole console)
    {
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{manifest.Name}[/]  run {plan.RunId[..12]}  {plan.Inputs} inputs in {plan.Shards} shards  → {manifest.Output.Path}");
        var languages = new Table().Border(TableBorder.Simple).AddColumn("language").AddColumn("to strategies", column => column.RightAligned());
        foreach (var (language, count) in plan.ByLanguage)
        {
            languages.AddRow(Markup.Escape(language), count.ToString(CultureInfo.InvariantCulture));
        }

        console.Write(languages);
        console.Write(RunReport.Stages(plan.ByStage));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{plan.ToStrategies} inputs would reach: {string.Join(", ", manifest.Strategies.Select(strategy => strategy.Id))}");
    }

    public static string ToJson(PlanReport plan) => JsonOutput.Of(new
    {
        schema = "codealchemy.plan/1",
        runId = plan.RunId,
        inputs = plan.Inputs,
        bytes = plan.Bytes,
        shards = plan.Shards,
        toStrategies = plan.ToStrategies,
        byLanguage = plan.ByLanguage,
        byStage = plan.ByStage.Select(stage => new { stage = stage.Stage, @in = stage.In, @out = stage.Out, reasons = stage.Reasons }),
        filteredByLanguage = plan.FilteredByLanguage,
    });
}
