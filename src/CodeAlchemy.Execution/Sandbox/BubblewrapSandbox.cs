using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Sandbox.Native;
using Microsoft.Win32.SafeHandles;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>
/// Runs programs in namespaces of their own by bubblewrap, behind an unprivileged user id where the host is root, with
/// control groups, resource limits and a list of refused system calls. Thread-safe.
/// </summary>
public sealed class BubblewrapSandbox : ISandbox, IDisposable
{
    // The server, bubblewrap's monitor and init count against the group of the slot.
    private const int OwnProcesses = 3;

    // Folders of the private file system.
    private const int OwnFiles = 8;
    private readonly SandboxOptions _options;
    private readonly Lazy<SlotPool> _slots;
    private readonly Lazy<SlotPool> _plainSlots;
    private readonly Lazy<ImmutableArray<SandboxFeature>> _features;

    /// <summary>Creates the sandbox. Nothing is started before it is used.</summary>
    public BubblewrapSandbox(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _slots = new Lazy<SlotPool>(() => new SlotPool(options, plain: false));
        _plainSlots = new Lazy<SlotPool>(() => new SlotPool(options, plain: true));
        _features = new Lazy<ImmutableArray<SandboxFeature>>(() => [.. FeatureProbe.Examine(options, request => RunIn(_slots.Value, request, null, default))]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SandboxFeature> Features => _features.Value;

    /// <inheritdoc/>
    public async ValueTask<RunResult> Run(SandboxRequest request, CancellationToken cancellationToken)
    {
        return await RunIn(SlotsFor(request), request, null, cancellationToken);
    }

    /// <inheritdoc/>
    public ISandboxSession Open(SandboxRequest request)
    {
        var slots = SlotsFor(request);
        var (stdinReader, stdinWriter) = Descriptors.Pipe();
        var (stdoutReader, stdoutWriter) = Descriptors.Pipe();
        return new SandboxSession(stdinWriter, stdoutReader, stop => Talk(slots, request, stdinReader, stdoutWriter, stop));
    }

    /// <summary>Refuses an isolation that this machine doesn't offer.</summary>
    /// <exception cref="ProblemException">Something is missing (exit 7).</exception>
    public void Require(IsolationLevel isolation)
    {
        if (isolation == IsolationLevel.None)
        {
            return;
        }

        var missing = Features.Where(feature => !feature.Available && (isolation == IsolationLevel.Strict || feature.Name == FeatureProbe.Namespaces)).ToArray();
        if (missing.Length > 0)
        {
            throw new ProblemException(new Problem(
                "isolation-missing",
                $"isolation '{isolation.ToString().ToLowerInvariant()}' can't be had here: {string.Join("; ", missing.Select(feature => $"{feature.Name} ({feature.Detail})"))}",
                missing[0].Remedy ?? "codealchemy doctor shows what is missing; --isolation standard goes on without",
                ExitCode.MissingTool));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pool in new[] { _slots, _plainSlots }.Where(pool => pool.IsValueCreated))
        {
            pool.Value.Dispose();
        }
    }

    // Whatever happens the program's ends go, so that who talks to it sees the end of its output.
    private async Task<RunResult> Talk(SlotPool slots, SandboxRequest request, SafeFileHandle stdin, SafeFileHandle stdout, CancellationToken cancellationToken)
    {
        using (stdin)
        using (stdout)
        {
            return await RunIn(slots, request, (stdin, stdout), cancellationToken);
        }
    }

    private SlotPool SlotsFor(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require(request.Isolation);
        return request.Isolation == IsolationLevel.None ? _plainSlots.Value : _slots.Value;
    }

    private async Task<RunResult> RunIn(
        SlotPool slots, SandboxRequest request, (SafeFileHandle Stdin, SafeFileHandle Stdout)? talk, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var slot = slots.Take();
        try
        {
            var result = await RunIn(slot, request, talk, cancellationToken);
            slots.Return(slot);
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        catch (Exception exception) when (exception is IOException or ProblemException)
        {
            slot.Restart();
            slots.Return(slot);
            throw exception is ProblemException ? exception : new ProblemException(
                new Problem("sandbox-failed", $"the sandbox failed: {exception.Message}", "codealchemy doctor shows what is missing", ExitCode.MissingTool), exception);
        }
    }

    private async Task<RunResult> RunIn(
        Slot slot, SandboxRequest request, (SafeFileHandle Stdin, SafeFileHandle Stdout)? talk, CancellationToken cancellationToken)
    {
        // Who talks to the program has the other ends of the first two pipes.
        var (stdinReader, stdinWriter) = talk is { } ends ? (ends.Stdin, null) : Descriptors.Pipe();
        var (stdoutReader, stdoutWriter) = talk is { } pair ? (null, pair.Stdout) : Descriptors.Pipe();
        var (stderrReader, stderrWriter) = Descriptors.Pipe();
        var (statusReader, statusWriter) = Descriptors.Pipe();
        using var trace = request.TraceFile is { } file ? File.OpenHandle(file, FileMode.Create, FileAccess.ReadWrite) : null;
        var server = slot.Server;
        slot.Group.Begin(request.Limits.Memory, request.Limits.Processes + OwnProcesses);
        try
        {
            SafeFileHandle[] descriptors = [stdinReader, stdoutWriter, stderrWriter, statusWriter];
            server.Send(Outer(slot, request), trace is null ? descriptors : [.. descriptors, trace]);
        }
        finally
        {
            stdinReader.Dispose();
            stdoutWriter.Dispose();
            stderrWriter.Dispose();
            statusWriter.Dispose();
        }

        using var watch = new RunWatch(request.Limits, slot.Group, _options.Watch, server.Kill, cancellationToken);
        using var stdin = stdinWriter is null ? null : new InputFeed(stdinWriter, request.Stdin);
        using var stdout = stdoutReader is null ? null : new OutputBuffer(stdoutReader, request.Limits.Output);
        using var stderr = new OutputBuffer(stderrReader, request.Limits.Output);
        using var status = new OutputBuffer(statusReader, 64 << 10);
        var pump = new RunPump(server, watch, stdin, stdout, stderr, status);
        var answered = await slot.Thread.Run(() => pump.Run(_options.Watch));

        // What was still in the pipe when the program ended may be more than is kept.
        var stopped = watch.Verdict ?? (stdout is { Exceeded: true } || stderr.Exceeded ? ExecutionStatus.OutputLimit : null);
        var result = Conclude(StatusReport.Parse(status.Bytes().AsSpan()), !answered, stopped, slot.Group, request);
        return result with { Stdout = stdout?.Bytes() ?? [], Stderr = stderr.Bytes(), FilesLeftOut = pump.LeftOut, Elapsed = watch.Elapsed };
    }

    private Message Outer(Slot slot, SandboxRequest request)
    {
        var plain = request.Isolation == IsolationLevel.None;
        var inner = plain ? PlainRequest.Translate(request, slot.Stage) : request;
        var message = new Message()
            .Number("disk", request.Limits.Disk)
            .Number("inodes", request.Limits.Inodes + OwnFiles + request.Binds.Length)
            .Add('I', InitConfiguration.Create(inner, slot.Group is NoControlGroup, ClockShim(plain)).ToArray());
        message.Add('W', request.WorkDirectory);
        foreach (var bind in request.Binds)
        {
            message.Add('M', bind.Source).Add('T', bind.Target);
        }

        foreach (var word in plain ? [_options.Launcher, "init", "plain"] : BubblewrapCommand.Arguments(_options, request, slot.Root))
        {
            message.Add('B', word);
        }

        if (request.Collect is { } collect)
        {
            message.Add('D', collect.Folder).Number("collect-files", collect.Files).Number("collect-bytes", collect.Bytes);
            foreach (var pattern in collect.Patterns)
            {
                message.Add('C', pattern);
            }
        }

        return request.OutputFolder is { } folder ? message.Add('O', folder) : request.HasScratchOutput ? message.Add('O', string.Empty) : message;
    }

    private string? ClockShim(bool plain) =>
        !File.Exists(_options.ClockShim) ? null : plain ? _options.ClockShim : BubblewrapCommand.ClockShim;

    private static RunResult Conclude(
        StatusReport report, bool serverDied, ExecutionStatus? stopped, IControlGroup group, SandboxRequest request)
    {
        var outOfMemory = group.OutOfMemory();
        if (report.WaitStatus is null && report.StartError is null && stopped is null && !outOfMemory)
        {
            throw new IOException(report.Complaint.Length > 0 ? report.Complaint : serverDied ? "its helper died" : "it gave no status");
        }

        if (serverDied)
        {
            throw new IOException("its helper died");
        }

        var stoppedBy = stopped ?? (report.WaitStatus is null && report.StartError is null ? ExecutionStatus.MemoryLimit : null);
        var processor = group.Processor() ?? report.Processor;
        if (stoppedBy is null && processor > request.Limits.Processor)
        {
            // It ended by itself, just past the limit and between two looks.
            stoppedBy = ExecutionStatus.CpuLimit;
        }

        var verdict = RunVerdict.Decide(report, stoppedBy, outOfMemory, group.OutOfProcesses(), request.Limits);
        return verdict with
        {
            Processor = processor,
            PeakMemory = group.PeakMemory() is > 0 and var peak ? peak : report.PeakMemory,
        };
    }
}
