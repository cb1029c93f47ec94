using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Tests.Support;

namespace CodeAlchemy.Execution.Tests.Programs;

/// <summary>Scripts against the sandbox and against what brings their files back. Each says in comments what must come of it.</summary>
public sealed class HostileScriptTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    private static readonly string Folder = Path.Combine(Languages.Root, "tests/CodeAlchemy.Execution.Tests/Programs/hostile-scripts");

    private static readonly ExecutionOptions Options = new()
    {
        Limits = new SandboxLimits { Processor = TimeSpan.FromSeconds(3), Wall = TimeSpan.FromMinutes(2), Output = 1 << 20 },
    };

    public static TheoryData<string> Scripts => [.. Directory.EnumerateFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_hostile_script_ends_with_an_honest_status_and_gives_all_its_files_or_none(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.sh"), TestContext.Current.CancellationToken);
        var request = new ScriptRequest { Language = "python", Script = text, Collect = ["trace*.txt"] };

        var limits = Note(text, "wall") is { } wall ? Options.Limits with { Wall = TimeSpan.FromSeconds(int.Parse(wall)) } : Options.Limits;

        var result = await fixture.Executor.Scripts.Run(Languages.Python, request, Options with { Limits = limits }, TestContext.Current.CancellationToken);

        Assert.Equal(Note(text, "expect"), result.Run.Status.ToId());
        switch (Note(text, "left-out"))
        {
            case null:
                break;
            case "some":
                Assert.True(result.FilesLeftOut > 0);
                break;
            case { } number:
                Assert.Equal(number, $"{result.FilesLeftOut}");
                break;
        }

        Assert.True(result.FilesLeftOut == 0 || result.Files.IsEmpty);
        if (Note(text, "files") is { } files)
        {
            Assert.Equal(files, string.Join(' ', result.Files.Keys));
            Assert.All(result.Files.Values, content => Assert.DoesNotContain((byte)':', content));
        }
    }

    [Fact]
    public async Task The_next_script_finds_nothing_of_the_one_before()
    {
        var first = new ScriptRequest { Language = "python", Script = "echo left | tee /tmp/relic /var/tmp/relic /dev/shm/relic relic" };
        var second = new ScriptRequest { Language = "python", Script = "ls -A . /tmp /var/tmp /dev/shm | grep -c relic > trace1.txt", Collect = ["trace*.txt"] };

        await fixture.Executor.Scripts.Run(Languages.Python, first, Options, TestContext.Current.CancellationToken);
        var result = await fixture.Executor.Scripts.Run(Languages.Python, second, Options, TestContext.Current.CancellationToken);

        Assert.Equal("0\n"u8.ToArray(), result.Files["trace1.txt"]);
    }

    private static string? Note(string text, string name) => text.Split('\n')
        .Where(l => l.StartsWith($"# {name}:", StringComparison.Ordinal)).Select(l => l[(name.Length + 3)..].Trim()).FirstOrDefault();
}
