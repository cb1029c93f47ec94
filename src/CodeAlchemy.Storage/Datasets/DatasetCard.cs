using System.Globalization;
using System.Text;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>
/// Writes the dataset card: YAML front matter with the keys of the Hugging Face hub (license, language, tags, size_categories,
/// configs, dataset_info) and a body for people. The text depends only on the content.
/// </summary>
public static class DatasetCard
{
    private static readonly (long Below, string Name)[] Sizes =
    [
        (1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"),
        (100_000_000, "10M<n<100M"), (1_000_000_000, "100M<n<1B"), (long.MaxValue, "n>1B"),
    ];

    /// <summary>The text of the card.</summary>
    /// <param name="content">What it says.</param>
    public static string Write(CardContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var text = new StringBuilder();
        FrontMatter(text, content);
        Body(text, content);
        return text.ToString();
    }

    private static void FrontMatter(StringBuilder text, CardContent content)
    {
        text.Append("---\n");
        text.Append("pretty_name: ").Append(Quoted(content.Name)).Append('\n');
        text.Append("license: ").Append(content.License is null ? "unknown" : Quoted(content.License.ToLowerInvariant())).Append('\n');
        text.Append("language:\n- code\ntags:\n- code\n- codealchemy\n- synthetic\n");
        foreach (var language in content.Languages.Keys)
        {
            text.Append("- ").Append(Quoted(language)).Append('\n');
        }

        var rows = content.Configs.Sum(c => c.Rows);
        text.Append("size_categories:\n- ").Append(Quoted(Sizes.First(s => rows < s.Below).Name)).Append('\n');
        var filled = content.Configs.Where(c => c.Rows > 0).ToList();
        text.Append(filled.Count == 0 ? "configs: []\ndataset_info: []\n" : "configs:\n");
        foreach (var config in filled)
        {
            text.Append("- config_name: ").Append(Quoted(config.Name)).Append("\n  data_files:\n  - split: train\n    path: ")
                .Append(Quoted($"data/{config.Name}/train-*.{config.Extension}")).Append('\n');
        }

        text.Append(filled.Count == 0 ? string.Empty : "dataset_info:\n");
        foreach (var config in filled)
        {
            Info(text, config);
        }

        text.Append("---\n");
    }

    private static void Info(StringBuilder text, CardConfig config)
    {
        text.Append("- config_name: ").Append(Quoted(config.Name)).Append("\n  features:\n");
        Feature(text, 2, "id", "string");
        Feature(text, 2, "strategy", "string");
        Feature(text, 2, "task", "string");
        Feature(text, 2, "language", "string");
        text.Append("  - name: messages\n    list:\n");
        Feature(text, 4, "role", "string");
        Feature(text, 4, "content", "string");
        if (config.HasReasoning)
        {
            Feature(text, 4, "reasoning", "string");
        }

        Feature(text, 2, "has_reasoning", "bool");
        Struct(text, "tokens", ("tokenizer", "string"), ("count", "int64"));
        text.Append("  - name: source\n    struct:\n");
        Feature(text, 4, "blob_id", "string");
        Feature(text, 4, "repo_name", "string");
        Feature(text, 4, "path", "string");
        text.Append("    - name: detected_licenses\n      sequence: string\n");
        Feature(text, 4, "license_type", "string");
        Feature(text, 4, "sha256", "string");
        text.Append("    - name: imports\n      sequence: string\n");
        Provenance(text);
        text.Append("  - name: verification\n    list:\n");
        Feature(text, 4, "method", "string");
        Feature(text, 4, "status", "string");
        Feature(text, 4, "evidence", "string");
        Struct(text, "scores", [.. config.ScoreNames.Select(n => (n, "float64"))]);
        Feature(text, 2, "case", "string");
        Feature(text, 2, "index", "int64");
        Struct(text, "labels", [.. config.LabelNames.Select(n => (n, "string"))]);
        Feature(text, 2, "extra", "string");
        text.Append("  splits:\n  - name: train\n    num_bytes: ").Append(Number(config.TextBytes))
            .Append("\n    num_examples: ").Append(Number(config.Rows))
            .Append("\n  download_size: ").Append(Number(config.FileBytes))
            .Append("\n  dataset_size: ").Append(Number(config.TextBytes)).Append('\n');
    }

    private static void Provenance(StringBuilder text)
    {
        text.Append("  - name: provenance\n    struct:\n");
        Feature(text, 4, "run", "string");
        Feature(text, 4, "plugin", "string");
        Feature(text, 4, "version", "string");
        text.Append("    - name: templates\n      list:\n");
        Feature(text, 6, "template", "string");
        Feature(text, 6, "sha256", "string");
        Feature(text, 4, "model", "string");
        Feature(text, 4, "parameters", "string");
        Feature(text, 4, "seed", "int64");
    }

    private static void Struct(StringBuilder text, string name, params ReadOnlySpan<(string Name, string Type)> fields)
    {
        text.Append("  - name: ").Append(name).Append(fields.Length == 0 ? "\n    struct: []\n" : "\n    struct:\n");
        foreach (var (field, type) in fields)
        {
            Feature(text, 4, field, type);
        }
    }

    private static void Feature(StringBuilder text, int indent, string name, string type) =>
        text.Append(' ', indent).Append("- name: ").Append(Plain(name) ? name : Quoted(name)).Append('\n')
            .Append(' ', indent + 2).Append("dtype: ").Append(type).Append('\n');

    private static void Body(StringBuilder text, CardContent content)
    {
        text.Append("\n# ").Append(OneLine(content.Name)).Append("\n\n");
        text.Append("Made from source code by CodeAlchemy ").Append(content.ToolVersion).Append(", run `").Append(content.RunId)
            .Append("`. `manifest.yaml` says how; every row names its source, plugin, templates and seed, and carries the evidence it was checked by.\n\n");
        text.Append("| configuration | rows | bytes |\n|---|---:|---:|\n");
        foreach (var config in content.Configs)
        {
            text.Append("| ").Append(Cell(config.Name)).Append(" | ").Append(Number(config.Rows)).Append(" | ")
                .Append(Number(config.TextBytes)).Append(" |\n");
        }

        text.Append("\n## Languages\n\n| language | rows |\n|---|---:|\n");
        foreach (var (language, rows) in content.Languages)
        {
            text.Append("| ").Append(Cell(language)).Append(" | ").Append(Number(rows)).Append(" |\n");
        }

        Libraries(text, content);
        text.Append("\n## What became of the inputs\n\n| | |\n|---|---:|\n");
        foreach (var (name, count) in content.Totals)
        {
            text.Append("| ").Append(name).Append(" | ").Append(Number(count)).Append(" |\n");
        }

        text.Append("\n| stage | in | out | left out, by reason |\n|---|---:|---:|---|\n");
        foreach (var (stage, into, left, reasons) in content.Stages)
        {
            text.Append("| ").Append(Cell(stage)).Append(" | ").Append(Number(into)).Append(" | ").Append(Number(left))
                .Append(" | ").Append(Cell(reasons)).Append(" |\n");
        }

        text.Append("\nEvery input is in exactly one of these totals; `ledger.json` has them for programs, `rejects/` every reason in full.\n");
    }

    private static void Libraries(StringBuilder text, CardContent content)
    {
        if (content.Libraries.Length == 0)
        {
            return;
        }

        text.Append("\n## Libraries that the inputs import\n\n| language | inputs with imports | libraries | most frequent |\n|---|---:|---:|---|\n");
        foreach (var (language, inputs, libraries, frequent) in content.Libraries)
        {
            text.Append("| ").Append(Cell(language)).Append(" | ").Append(Number(inputs)).Append(" | ").Append(Number(libraries))
                .Append(" | ").Append(Cell(frequent)).Append(" |\n");
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Cell(string text) => OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static bool Plain(string text) => text.Length > 0 && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') && text is not ("null" or "true" or "false" or "yes" or "no" or "y" or "n");

    // JSON's quoted strings are YAML's double-quoted scalars.
    private static string Quoted(string text) => Plain(text) ? text : "\"" + System.Text.Json.JsonEncodedText.Encode(
        text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
