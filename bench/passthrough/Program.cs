using System.Diagnostics;
using System.Globalization;
using CodeAlchemy.Bench.Passthrough;

// Usage: passthrough FILES [FOLDER] [FILTER,FILTER…] [OUTPUT]
// Makes FILES small files below FOLDER (kept for the next time), runs the pipeline over them with a strategy that copies,
// and prints files per second and peak memory as one line of JSON. With OUTPUT an unfinished run there is taken up; without,
// the run starts afresh in FOLDER/out.
var files = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var folder = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "codealchemy-passthrough");
var filters = args.Length > 2 ? args[2].Split(',', StringSplitOptions.RemoveEmptyEntries) : ["duplicates"];
var corpus = SmallFiles.Make(Path.Combine(folder, $"corpus-{files}"), files);
var output = args.Length > 3 ? args[3] : Path.Combine(folder, "out");
if (args.Length <= 3 && Directory.Exists(output))
{
    Directory.Delete(output, recursive: true);
}

var watch = Stopwatch.StartNew();
var summary = await CodeAlchemy.Pipeline.PipelineRunner.Run(CopyRun.Request(folder, corpus, output, filters), CancellationToken.None);
watch.Stop();
using var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $$"""{"files":{{files}},"rows":{{summary.Ledger.Rows}},"balanced":{{(summary.Ledger.Balanced ? "true" : "false")}},"seconds":{{watch.Elapsed.TotalSeconds:F2}},"filesPerSecond":{{files / watch.Elapsed.TotalSeconds:F0}},"peakMiB":{{process.PeakWorkingSet64 >> 20}},"cpuSeconds":{{process.TotalProcessorTime.TotalSeconds:F1}}}"""));
