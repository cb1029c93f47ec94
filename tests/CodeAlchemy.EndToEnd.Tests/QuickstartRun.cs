using System.Diagnostics;
using System.Text.Json;
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class QuickstartRun(Quickstart quickstart) : IClassFixture<Quickstart>
{
    [Fact]
    public void The_ledger_balances_and_every_input_has_an_end()
    {
        long Count(string name) => quickstart.Ledger.GetProperty(name).GetInt64();
        Assert.True(quickstart.Ledger.GetProperty("balanced").GetBoolean());
        Assert.Equal(Count("inputs"), Count("kept") + Count("filtered") + Count("duplicate") + Count("failed"));
        Assert.True(Count("inputs") >= 24);
        Assert.True(Count("rows") > 300);
    }

    [Fact]
    public void The_dataset_stands_as_documented()
    {
        Assert.True(File.Exists(Path.Combine(quickstart.Folder, "README.md")));
        Assert.True(File.Exists(Path.Combine(quickstart.Folder, "manifest.yaml")));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(quickstart.Folder, "data"), "*.jsonl*", SearchOption.AllDirectories));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(quickstart.Folder, "rejects"), "*.jsonl"));
    }

    [Fact]
    public void Rows_come_from_every_language_and_every_task()
    {
        var rows = Rows().ToArray();
        Assert.Equal(["c", "cpp", "java", "javascript", "python", "typescript"], rows.Select(row => row.GetProperty("language").GetString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["predict-exception", "predict-input", "predict-lines", "predict-output", "predict-state", "predict-trace"],
            rows.Select(row => row.GetProperty("task").GetString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("verified", row.GetProperty("verification")[0].GetProperty("status").GetString()));
        Assert.Equal(rows.Length, rows.Select(row => row.GetProperty("id").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("fails", "kept")]
    [InlineData("endless", "failed")]
    [InlineData("nondeterministic", "failed")]
    [InlineData("not-code", "filtered")]
    public async Task It_says_what_became_of_the_awkward_ones(string which, string fate)
    {
        var path = AwkwardInputs.PathOf(which);
        var result = await Tool.Run("why", quickstart.Folder, path);
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"{path}: {fate} ", result.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_again_it_finds_nothing_to_do()
    {
        var before = RunFolders.Fingerprint(quickstart.Folder);
        var result = await Tool.Run("run", Quickstart.Manifest, "--output", quickstart.Folder);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("nothing to do", result.Stderr, StringComparison.Ordinal);
        Assert.Equal(before, RunFolders.Fingerprint(quickstart.Folder));
    }

    [Fact]
    public async Task Verify_finds_it_sound_and_a_changed_row_unsound()
    {
        Assert.Equal(0, (await Tool.Run("verify", quickstart.Folder)).ExitCode);
        using var scratch = new Scratch();
        await CopyFolder(quickstart.Folder, scratch["copy"]);
        var data = Directory.EnumerateFiles(Path.Combine(scratch["copy"], "data"), "*.jsonl", SearchOption.AllDirectories).First();
        var text = await File.ReadAllTextAsync(data, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(data, text.Replace("\"role\":\"user\"", "\"role\":\"usr\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var result = await Tool.Run("verify", scratch["copy"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error: data/", result.Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_at_ten_random_moments_it_ends_byte_for_byte_alike()
    {
        using var scratch = new Scratch();
        var folder = scratch["killed"];
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var kill = 0; kill < 10; kill++)
        {
            using var process = Tool.Start(["run", Quickstart.Manifest, "--output", folder, "--quiet"]);
            var output = Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await Task.Delay(random.Next(200, 4000), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            Assert.Empty(ProcessesOf(process.Id));
        }

        var result = await Tool.Run(["run", Quickstart.Manifest, "--output", folder], TimeSpan.FromMinutes(10));
        Assert.True(result.ExitCode == 0, $"seed {seed}: {result.Stderr}");
        Assert.Equal(RunFolders.Fingerprint(quickstart.Folder), RunFolders.Fingerprint(folder));
    }

    [Fact]
    public async Task A_second_run_on_one_folder_is_refused_while_the_first_goes_on()
    {
        using var scratch = new Scratch();
        using var first = Tool.Start(["run", Quickstart.Manifest, "--output", scratch["busy"], "--quiet"]);
        try
        {
            for (var tries = 0; tries < 100 && !File.Exists(Path.Combine(scratch["busy"], ".run", "plan.json")); tries++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            var second = await Tool.Run("run", Quickstart.Manifest, "--output", scratch["busy"]);
            Assert.Equal(1, second.ExitCode);
            Assert.Contains("[run-folder-busy]", second.Stderr, StringComparison.Ordinal);
        }
        finally
        {
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_130_and_the_same_command_finishes_it()
    {
        using var scratch = new Scratch();
        using var process = Tool.Start(["run", Quickstart.Manifest, "--output", scratch["stopped"]]);
        var stderr = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 130, await stderr);
        var result = await Tool.Run(["run", Quickstart.Manifest, "--output", scratch["stopped"]], TimeSpan.FromMinutes(10));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(RunFolders.Fingerprint(quickstart.Folder), RunFolders.Fingerprint(scratch["stopped"]));
    }

    [Fact]
    public async Task A_changed_manifest_on_an_old_folder_is_refused()
    {
        var result = await Tool.Run("run", Quickstart.Manifest, "--output", quickstart.Folder, "--set", "run.seed=43");
        Assert.Equal(5, result.ExitCode);
        Assert.Contains("--resume never", result.Stderr, StringComparison.Ordinal);
    }

    // Slots and control groups carry the process id of their host in their names.
    private static IEnumerable<string> ProcessesOf(int host) =>
        Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Where(folder => Read(Path.Combine(folder, "cmdline")).Contains($"/slots/{host}-", StringComparison.Ordinal)
                || Read(Path.Combine(folder, "cgroup")).Contains($"codealchemy/{host}-", StringComparison.Ordinal))
            .Select(folder => Read(Path.Combine(folder, "cmdline")).Replace('\0', ' '));

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static async Task CopyFolder(string from, string to)
    {
        using var copy = Process.Start("cp", ["-r", from, to]);
        await copy.WaitForExitAsync();
    }

    private IEnumerable<JsonElement> Rows() =>
        Directory.EnumerateFiles(Path.Combine(quickstart.Folder, "data"), "*.jsonl", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement);
}
