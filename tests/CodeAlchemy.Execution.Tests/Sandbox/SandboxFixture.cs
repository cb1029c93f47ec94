using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Sandbox;

namespace CodeAlchemy.Execution.Tests.Sandbox;

/// <summary>One sandbox for all tests, with user ids of its own, so that what it leaves behind can be seen.</summary>
public sealed class SandboxFixture : IDisposable
{
    private const int Users = 1000;
    private readonly BubblewrapSandbox? _sandbox;

    public SandboxFixture()
    {
        if (!File.Exists("/usr/bin/bwrap"))
        {
            Missing = "bubblewrap is not installed";
            return;
        }

        BuildLauncher();
        State = Path.Combine(Environment.IsPrivilegedProcess ? "/run" : Path.GetTempPath(), $"codealchemy-tests-{Environment.ProcessId}");
        _sandbox = new BubblewrapSandbox(new SandboxOptions { Launcher = Fixtures.Launcher, State = State, FirstUser = FirstUser });
        if (_sandbox.Features.FirstOrDefault(feature => !feature.Available) is { } absent)
        {
            Absent = $"{absent.Name}: {absent.Detail}";
        }
    }

    /// <summary>First of the user ids for programs; each process of tests has its own, so that two may run side by side.</summary>
    public static int FirstUser { get; } = 1_000_000 + (Environment.ProcessId % 100_000 * Users * 2);

    /// <summary>First of the user ids for a second sandbox.</summary>
    public static int OtherUser => FirstUser + Users;

    public string State { get; } = string.Empty;

    private string? Missing { get; }

    private string? Absent { get; }

    /// <summary>The sandbox; skips the test where there is none.</summary>
    public BubblewrapSandbox Sandbox
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? string.Empty);
            return _sandbox!;
        }
    }

    /// <summary>The sandbox with all its limits; skips the test where one can't be had.</summary>
    public BubblewrapSandbox Complete
    {
        get
        {
            Assert.SkipWhen(Absent is not null, Absent ?? string.Empty);
            return Sandbox;
        }
    }

    /// <summary>Runs a command with files.</summary>
    public static async Task<RunResult> Run(ISandbox sandbox, SandboxRequest request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await sandbox.Run(request, patience.Token);
    }

    public static SandboxRequest Shell(string script) => new() { Command = ["/bin/sh", "-c", script] };

    public static SandboxRequest Python(string script) => new()
    {
        Command = ["/usr/bin/python3", "p.py"],
        Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add("p.py", [.. Encoding.UTF8.GetBytes(script)]),
    };

    public static string Text(ImmutableArray<byte> bytes) => Encoding.UTF8.GetString(bytes.AsSpan());

    /// <summary>Processes of the users that programs run as.</summary>
    /// <param name="firstUser">First id of those users.</param>
    public static IEnumerable<string> Survivors(int? firstUser = null) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _)
        let user = Lines(Path.Combine(folder, "status")).FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal))
        where user is not null && int.Parse(user.Split('\t')[1]) - (firstUser ?? FirstUser) is >= 0 and < Users
        select folder;

    public void Dispose()
    {
        _sandbox?.Dispose();
        if (Directory.Exists(State))
        {
            Directory.Delete(State, recursive: true);
        }
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static void BuildLauncher()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "src/CodeAlchemy.Execution/Sandbox/native"));
        if (File.Exists(Fixtures.Launcher) && sources.All(source => File.GetLastWriteTimeUtc(source) <= File.GetLastWriteTimeUtc(Fixtures.Launcher)))
        {
            return;
        }

        using var build = Process.Start(Path.Combine(Fixtures.Root, "tools/setup/build-launcher.sh"), [Path.GetDirectoryName(Fixtures.Launcher)!]);
        build.WaitForExit();
        Assert.Equal(0, build.ExitCode);
    }
}
