using CodeAlchemy.PromptConformance;

// usage: prompt-conformance FOLDER [--details]; FOLDER holds upstream tests or pages. Exit 0 when nothing differs.
if (args.Length == 0 || !Directory.Exists(args[0]))
{
    await Console.Error.WriteLineAsync("usage: prompt-conformance FOLDER [--details]");
    return 2;
}

var details = args.Contains("--details");
var results = Examples.Read(args[0]).Select(e => (Example: e, Result: Judge.Of(e))).ToList();
Console.WriteLine("| folder | same | unsupported | different |");
Console.WriteLine("|---|---|---|---|");
foreach (var folder in results.GroupBy(r => r.Example.Folder).OrderBy(g => g.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"| {folder.Key} | {Count(folder, Verdict.Same)} | {Count(folder, Verdict.Unsupported)} | {Count(folder, Verdict.Different)} |");
}

Console.WriteLine($"| all | {Count(results, Verdict.Same)} | {Count(results, Verdict.Unsupported)} | {Count(results, Verdict.Different)} |");
foreach (var (example, (verdict, detail)) in results.Where(r => r.Result.Verdict == Verdict.Different || (details && r.Result.Verdict == Verdict.Unsupported)))
{
    Console.WriteLine($"{verdict}: {example.Folder}/{example.Name}\n    {detail}");
}

return Count(results, Verdict.Different) == 0 ? 0 : 1;

static int Count(IEnumerable<(Example Example, (Verdict Verdict, string Detail) Result)> results, Verdict verdict) => results.Count(r => r.Result.Verdict == verdict);
