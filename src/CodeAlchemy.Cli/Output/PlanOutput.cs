using System.Globalization;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Plans;
using Spectre.Console;

namespace CodeAlchemy.Cli.Output;

/// <summary>A plan as tables and as JSON.</summary>
internal static class PlanOutput
{
    public static void Write(RunEstimate estimate, PipelineManifest manifest, IAnsiConsole console)
    {
        var plan = estimate.Report;
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{manifest.Name}[/]  run {plan.RunId[..12]}  {plan.Inputs} inputs in {plan.Shards} shards  → {manifest.Output.Path}");
        var languages = new Table().Border(TableBorder.Simple).AddColumn("language").AddColumn("to strategies", column => column.RightAligned());
        foreach (var (language, count) in plan.ByLanguage)
        {
            languages.AddRow(Markup.Escape(language), count.ToString(CultureInfo.InvariantCulture));
        }

        console.Write(languages);
        console.Write(RunReport.Stages(plan.ByStage));
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{plan.ToStrategies} inputs would reach: {string.Join(", ", manifest.Strategies.Select(strategy => strategy.Id))}");
        if (!estimate.Strategies.IsEmpty)
        {
            WriteEstimate(estimate, console);
        }
    }

    public static string ToJson(RunEstimate estimate)
    {
        var plan = estimate.Report;
        return JsonOutput.Of(new
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
            sample = plan.Sample.Files.Select(file => file.Path),
            seconds = estimate.Seconds,
            strategies = estimate.Strategies,
            asked = estimate.Asked,
            models = estimate.Models,
        });
    }

    private static void WriteEstimate(RunEstimate estimate, IAnsiConsole console)
    {
        var files = estimate.Report.Sample.Files.Length;
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"estimated from {files} of them, low .. expected .. high (95 %); about {Duration(estimate.Seconds!.Expected!.Value)} on this machine");
        var table = Tables("strategy", "rows", "tokens", "files with rows");
        table.AddColumn("rows not made of the sample");
        foreach (var strategy in estimate.Strategies)
        {
            table.AddRow(
                Markup.Escape(strategy.Id), Range(strategy.Rows), Range(strategy.Tokens), string.Create(CultureInfo.InvariantCulture, $"{strategy.Kept} of {files}"),
                RunReport.Frequent(strategy.Rejects));
        }

        console.Write(table);
        if (estimate.Models.IsEmpty)
        {
            return;
        }

        var models = Tables("model", "requests", "prompt tokens", "reply tokens", "cost", "no usable reply");
        foreach (var model in estimate.Models)
        {
            models.AddRow(
                Markup.Escape(model.Role), Range(model.Requests), Range(model.PromptTokens), Range(model.ReplyTokens),
                model.Cost is { } cost ? Range(cost, "0.00##") : "no price", model.Unanswered.ToString(CultureInfo.InvariantCulture));
        }

        console.Write(models);
        if (!estimate.Asked)
        {
            console.MarkupLine("Models were not asked: follow-up questions are not counted, and replies only by the most they may have. --ask asks them for these files.");
        }
    }

    private static Table Tables(string first, params ReadOnlySpan<string> numbers)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var title in numbers)
        {
            table.AddColumn(title, column => column.RightAligned());
        }

        return table;
    }

    private static string Range(EstimatedTotal total) => Range(total, "#,0");

    private static string Range(EstimatedTotal total, string format) =>
        $"{Number(total.Low, format)} .. {Number(total.Expected, format)} .. {Number(total.High, format)}";

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "?";

    private static string Duration(double seconds) => seconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s")
        : seconds < 5400 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min") : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.#} h");
}
