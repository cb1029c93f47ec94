using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Sandbox;

namespace CodeAlchemy.Execution.Tests.Sandbox;

[Collection(nameof(SandboxCollection))]
public sealed class BubblewrapSandboxTests(SandboxFixture fixture)
{
    [Theory]
    [InlineData(64 << 10)]
    [InlineData(128 << 10)]
    [InlineData(1 << 20)]
    [InlineData(10 << 20)]
    public async Task Output_of_any_size_below_the_limit_arrives_whole(int size)
    {
        var result = await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Python($"import sys; sys.stdout.write('x' * {size}); sys.stderr.write('y' * {size})"));

        Assert.Equal(ExecutionStatus.Ok, result.Status);
        Assert.Equal((size, size), (result.Stdout.Length, result.Stderr.Length));
    }

    [Theory]
    [InlineData(4096, ExecutionStatus.Ok)]
    [InlineData(4097, ExecutionStatus.OutputLimit)]
    public async Task Output_is_cut_exactly_at_the_limit_and_said_to_be(int size, ExecutionStatus expected)
    {
        var request = SandboxFixture.Python($"print('x' * {size - 1})") with { Limits = new SandboxLimits { Output = 4096 } };

        var result = await SandboxFixture.Run(fixture.Sandbox, request);

        Assert.Equal((expected, 4096), (result.Status, result.Stdout.Length));
    }

    [Fact]
    public void A_kernel_that_is_too_old_is_named_with_a_way_out()
    {
        Assert.Null(FeatureProbe.TooOld(new Version(5, 12, 3)));
        var feature = FeatureProbe.TooOld(new Version(4, 18, 0, 513));
        Assert.False(feature!.Available);
        Assert.Contains("4.18", feature.Detail, StringComparison.Ordinal);
        Assert.NotNull(feature.Remedy);
    }

    [Fact]
    public async Task Bytes_pass_unchanged_in_both_directions()
    {
        ImmutableArray<byte> input = [.. Enumerable.Range(0, 1 << 20).Select(i => (byte)(i * 7)), 0xFF, 0, 0x1B, (byte)'[', (byte)'m'];

        var result = await SandboxFixture.Run(fixture.Sandbox, new SandboxRequest { Command = ["cat"], Stdin = input });

        Assert.Equal(ExecutionStatus.Ok, result.Status);
        Assert.True(input.AsSpan().SequenceEqual(result.Stdout.AsSpan()));
    }

    [Fact]
    public async Task A_sparse_file_in_the_output_folder_costs_the_host_no_more_than_the_limit()
    {
        using var output = new TemporaryFolder();
        var request = SandboxFixture.Shell("truncate -s 50M /out/giant && echo small > /out/small") with
        {
            OutputFolder = output.Path, Limits = new SandboxLimits { Disk = 8 << 20 },
        };

        var result = await SandboxFixture.Run(fixture.Sandbox, request);

        Assert.Equal((ExecutionStatus.Ok, 1), (result.Status, result.FilesLeftOut));
        Assert.Equal(["small"], Directory.EnumerateFileSystemEntries(output.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_program_that_does_not_read_its_input_ends_well()
    {
        var result = await SandboxFixture.Run(fixture.Sandbox, new SandboxRequest { Command = ["true"], Stdin = [.. new byte[4 << 20]] });

        Assert.Equal(ExecutionStatus.Ok, result.Status);
    }

    [Theory]
    [InlineData("exit 7", ExecutionStatus.Error, 7, null)]
    [InlineData("kill -USR1 $$", ExecutionStatus.Signal, null, 10)]
    [InlineData("kill -9 $$", ExecutionStatus.Signal, null, 9)]
    [InlineData("kill -31 $$", ExecutionStatus.Denied, null, 31)]
    public async Task The_way_a_program_ends_is_told_exactly(string script, ExecutionStatus status, int? exit, int? signal)
    {
        var result = await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell(script));

        Assert.Equal((status, exit, signal), (result.Status, result.ExitCode, result.Signal));
    }

    [Fact]
    public async Task A_missing_program_is_a_missing_tool_chain()
    {
        var result = await SandboxFixture.Run(fixture.Sandbox, new SandboxRequest { Command = ["no-such-program"] });

        Assert.Equal(ExecutionStatus.MissingToolchain, result.Status);
    }

    [Fact]
    public async Task Files_binds_and_surroundings_are_as_asked_for()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "shown"), "shown", TestContext.Current.CancellationToken);
        var request = SandboxFixture.Shell("cat a/b; cat /plugins/x/shown; hostname; pwd; nproc; echo $K; id -un; cat /proc/self/personality; echo x > /plugins/x/shown") with
        {
            Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add("a/b", [.. "file\n"u8]),
            Binds = [new SandboxBind(folder.Path, "/plugins/x")],
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("K", "v"),
            HostName = "alpha",
            WorkDirectory = "/work/b/c",
            Processors = 1,
            RandomizeAddresses = false,
        };

        var result = await SandboxFixture.Run(fixture.Sandbox, request);

        Assert.Equal("file\nshownalpha\n/work/b/c\n1\nv\nsandbox\n00040000\n", SandboxFixture.Text(result.Stdout));
        Assert.Equal(ExecutionStatus.Error, result.Status);
        Assert.Equal("shown", await File.ReadAllTextAsync(Path.Combine(folder.Path, "shown"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/x")]
    [InlineData("a/../../x")]
    [InlineData("a//x")]
    [InlineData("")]
    public async Task A_file_name_that_leaves_the_working_directory_is_refused(string name)
    {
        var request = new SandboxRequest { Command = ["true"], Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add(name, []) };

        var problem = await Assert.ThrowsAsync<ProblemException>(() => SandboxFixture.Run(fixture.Sandbox, request));

        Assert.Equal("unsafe-path", problem.Problem.Code);
        Assert.Equal(ExecutionStatus.Ok, (await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell("true"))).Status);
    }

    [Fact]
    public async Task The_trace_file_receives_what_is_written_or_mapped_to_its_descriptor()
    {
        using var folder = new TemporaryFolder();
        var trace = Path.Combine(folder.Path, "trace");
        var request = SandboxFixture.Python(
            "import mmap, os\nfd = int(os.environ['CODEALCHEMY_TRACE_FD'])\nos.ftruncate(fd, 64)\nm = mmap.mmap(fd, 64)\nm[:5] = b'first'\n") with
        { TraceFile = trace };

        var result = await SandboxFixture.Run(fixture.Sandbox, request);

        Assert.True(result.Status == ExecutionStatus.Ok, SandboxFixture.Text(result.Stderr));
        Assert.StartsWith("first\0", await File.ReadAllTextAsync(trace, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trace_takes_none_of_the_descriptors_that_the_program_can_open()
    {
        using var folder = new TemporaryFolder();
        var request = SandboxFixture.Python(
            "import os\nopened = []\ntry:\n    while True:\n        opened.append(os.dup(0))\nexcept OSError:\n    print(opened[0], opened[-1], len(opened))\n");

        var untraced = await SandboxFixture.Run(fixture.Sandbox, request);
        var traced = await SandboxFixture.Run(fixture.Sandbox, request with { TraceFile = Path.Combine(folder.Path, "trace") });

        Assert.StartsWith("3 ", SandboxFixture.Text(untraced.Stdout), StringComparison.Ordinal);
        Assert.Equal(SandboxFixture.Text(untraced.Stdout), SandboxFixture.Text(traced.Stdout));
    }

    [Fact]
    public async Task Only_regular_files_come_out_of_the_output_folder()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "victim"), "untouched", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "was-a-link"), Path.Combine(folder.Path, "victim"));
        var request = SandboxFixture.Shell("""
            cd /out
            echo good > good; mkdir -p sub/deep; echo deep > sub/deep/f; chmod 000 sub/deep/f sub/deep
            ln -s /etc/shadow link; ln -s / root; mkfifo pipe; ln /usr/bin/true hard 2>/dev/null
            echo new > was-a-link
            """) with
        { OutputFolder = folder.Path };

        var result = await SandboxFixture.Run(fixture.Sandbox, request);

        Assert.True(result.Status == ExecutionStatus.Ok, SandboxFixture.Text(result.Stderr));
        var all = Directory.EnumerateFileSystemEntries(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
        Assert.Equal(["good", "sub", "victim", "was-a-link"], all);
        Assert.Equal("untouched", await File.ReadAllTextAsync(Path.Combine(folder.Path, "victim"), TestContext.Current.CancellationToken));
        Assert.Equal("new\n", await File.ReadAllTextAsync(Path.Combine(folder.Path, "was-a-link"), TestContext.Current.CancellationToken));
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Equal("deep\n", await File.ReadAllTextAsync(Path.Combine(folder.Path, "sub/deep/f"), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_host_can_not_be_reached_by_loopback_or_abstract_sockets()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var name = $"codealchemy-{Environment.ProcessId}";
        using var local = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        local.Bind(new UnixDomainSocketEndPoint("\0" + name));
        local.Listen();
        var result = await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Python($$"""
            import socket
            for family, address in [(socket.AF_INET, ("127.0.0.1", {{((IPEndPoint)listener.LocalEndpoint).Port}})), (socket.AF_UNIX, "\0{{name}}")]:
                try:
                    socket.socket(family).connect(address)
                    print("reached")
                except OSError:
                    print("refused")
            """));

        Assert.Equal("refused\nrefused\n", SandboxFixture.Text(result.Stdout));
    }

    [Theory]
    [InlineData("#include \"/etc/shadow\"")]
    [InlineData("#include \"/proc/1/environ\"")]
    [InlineData("#include \"/root/.profile\"")]
    public async Task A_compiler_can_not_read_what_the_program_may_not(string source)
    {
        var result = await SandboxFixture.Run(fixture.Sandbox, new SandboxRequest
        {
            Command = ["gcc", "-E", "x.c"],
            Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add("x.c", [.. Encoding.UTF8.GetBytes(source + "\n")]),
        });

        Assert.NotEqual(ExecutionStatus.Ok, result.Status);
    }

    [Fact]
    public async Task Secrets_of_the_host_stay_outside()
    {
        using var folder = new TemporaryFolder();
        var secret = Path.Combine(folder.Path, "secret");
        await File.WriteAllTextAsync(secret, "s3cret", TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable("CODEALCHEMY_TEST_SECRET", "s3cret");

        var result = await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell(
            $"cat {secret} /etc/shadow /proc/1/environ /proc/*/environ 2>/dev/null | tr '\\0' '\\n'; ls /root /home {folder.Path}; env"));

        Assert.DoesNotContain("s3cret", SandboxFixture.Text(result.Stdout), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", SandboxFixture.Text(result.Stdout), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wall_clock_is_shifted_and_waiting_is_not()
    {
        var request = SandboxFixture.Python("""
            import datetime, os, threading, time
            print(datetime.date.today().year)
            c = threading.Condition()
            with c:
                c.wait(0.05)
            time.sleep(0.05)
            print([name for name in os.environ if "PRELOAD" in name or "CLOCK" in name])
            """) with
        { ClockShift = TimeSpan.FromDays(-3650) };
        var earlier = DateTimeOffset.UtcNow.AddDays(-3650).Year;

        var result = await SandboxFixture.Run(fixture.Sandbox, request);

        Assert.Equal($"{earlier}\n[]\n", SandboxFixture.Text(result.Stdout));
        Assert.Equal(ExecutionStatus.Ok, result.Status);
    }

    [Fact]
    public async Task Without_isolation_paths_of_the_request_become_paths_of_the_host_and_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        using var output = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "shown"), "shown\n", TestContext.Current.CancellationToken);
        var request = SandboxFixture.Shell("cat /plugins/x/shown /work/a/own; echo made > /out/made; mkdir d; chmod 000 d; sleep 1000 & echo $P; exit 3") with
        {
            Isolation = IsolationLevel.None,
            WorkDirectory = "/work/a",
            Files = ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.Add("own", [.. "own\n"u8]),
            Binds = [new SandboxBind(folder.Path, "/plugins/x")],
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("P", "/plugins/xy:/plugins/x/z"),
            OutputFolder = output.Path,
        };

        var result = await SandboxFixture.Run(fixture.Sandbox, request);

        Assert.Equal((ExecutionStatus.Error, 3), (result.Status, result.ExitCode));
        var lines = SandboxFixture.Text(result.Stdout).Split('\n');
        Assert.Equal(["shown", "own"], lines[..2]);
        Assert.Matches("^/plugins/xy:/.+/z$", lines[2]);
        Assert.Equal("made\n", await File.ReadAllTextAsync(Path.Combine(output.Path, "made"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(folder.Path, "shown")));
        Assert.All(Directory.EnumerateDirectories(Path.Combine(fixture.State, "slots")), slot => Assert.Empty(Directory.EnumerateFileSystemEntries(slot)));
    }

    [Fact]
    public async Task Without_isolation_time_and_output_are_limited()
    {
        var limits = new SandboxLimits { Wall = TimeSpan.FromMilliseconds(300), Output = 1000 };
        var sleeping = SandboxFixture.Shell("trap '' TERM; (setsid sleep 1000 &); sleep 1000") with { Isolation = IsolationLevel.None, Limits = limits };
        var talking = SandboxFixture.Shell("exec yes") with { Isolation = IsolationLevel.None, Limits = limits with { Wall = TimeSpan.FromSeconds(30) } };

        Assert.Equal(ExecutionStatus.Timeout, (await SandboxFixture.Run(fixture.Sandbox, sleeping)).Status);
        Assert.Equal(ExecutionStatus.OutputLimit, (await SandboxFixture.Run(fixture.Sandbox, talking)).Status);
    }

    [Fact]
    public async Task Cancelling_kills_the_tree()
    {
        using var cancel = new CancellationTokenSource();
        var running = fixture.Sandbox.Run(SandboxFixture.Shell("sleep 1000 & exec setsid sleep 1000"), cancel.Token).AsTask();
        await Task.Delay(200, TestContext.Current.CancellationToken);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Empty(SandboxFixture.Survivors());
        Assert.Equal(ExecutionStatus.Ok, (await SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell("true"))).Status);
    }

    [Fact]
    public async Task Runs_side_by_side_do_not_mix()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            SandboxFixture.Run(fixture.Sandbox, SandboxFixture.Shell($"echo {i} > /tmp/mine; sleep 0.1; cat /tmp/mine; ls /tmp"))));

        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{i}\nmine\n"), results.Select(result => SandboxFixture.Text(result.Stdout)));
    }
}
