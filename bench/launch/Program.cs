using System.Diagnostics;
using System.Globalization;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Sandbox;

// Usage: launch LAUNCHER RUNS
// Starts /bin/true in turn in the sandbox, by a bare bubblewrap and by nothing but Process.Start, and prints the median of
// each in milliseconds, then the processor-independent part: the ratio of sandbox and bubblewrap.
var runs = int.Parse(args[1], CultureInfo.InvariantCulture);
using var sandbox = new BubblewrapSandbox(new SandboxOptions { Launcher = Path.GetFullPath(args[0]) });
string[] bare = ["/usr/bin/bwrap", "--unshare-all", "--ro-bind", "/", "/", "/bin/true"];
var times = new List<(double Sandbox, double Bubblewrap, double Plain)>();
for (var run = -5; run < runs; run++)
{
    var one = (await Time(Sandboxed), await Time(() => Start(bare)), await Time(() => Start(["/bin/true"])));
    if (run >= 0)
    {
        times.Add(one);
    }
}

var ours = Median(times.Select(t => t.Sandbox));
var theirs = Median(times.Select(t => t.Bubblewrap));
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{ours:F1} {theirs:F1} {Median(times.Select(t => t.Plain)):F1} {ours / theirs:F2}"));

async Task Sandboxed()
{
    var result = await sandbox.Run(new SandboxRequest { Command = ["/bin/true"] }, CancellationToken.None);
    if (result.Status != ExecutionStatus.Ok)
    {
        throw new InvalidOperationException($"{result.Status}: {result.Detail}");
    }
}

static async Task Start(string[] command)
{
    using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    await process.WaitForExitAsync();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }
}

static async Task<double> Time(Func<Task> what)
{
    var start = Stopwatch.GetTimestamp();
    await what();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToArray();
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
