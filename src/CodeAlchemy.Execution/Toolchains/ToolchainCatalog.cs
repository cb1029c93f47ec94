using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Toolchains;

/// <summary>
/// What this machine has of the programs that languages need. Every program is looked up and asked for its version once,
/// inside the sandbox, as the user that programs run as. Thread-safe.
/// </summary>
public sealed class ToolchainCatalog
{
    private readonly ISandbox _sandbox;
    private readonly ProgramSearch _search;
    private readonly ConcurrentDictionary<string, Lazy<Task<ToolReport>>> _reports = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _paths = new(StringComparer.Ordinal);

    /// <summary>Creates a catalog.</summary>
    /// <param name="sandbox">Runs the version commands.</param>
    /// <param name="search">Finds programs.</param>
    public ToolchainCatalog(ISandbox sandbox, ProgramSearch search)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentNullException.ThrowIfNull(search);
        _sandbox = sandbox;
        _search = search;
    }

    /// <summary>Looks at every program of a language's tool chain, in the order of the plugin.</summary>
    public async ValueTask<ImmutableArray<ToolReport>> Examine(LanguageDefinition language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(language);
        var reports = ImmutableArray.CreateBuilder<ToolReport>(language.Toolchain.Length);
        foreach (var requirement in language.Toolchain)
        {
            var key = $"{requirement.Program}\n{string.Join('\n', requirement.VersionCommand)}\n{requirement.AtLeast}";
            var report = await _reports
                .GetOrAdd(key, _ => new Lazy<Task<ToolReport>>(() => Look(requirement)))
                .Value.WaitAsync(cancellationToken).ConfigureAwait(false);
            reports.Add(report with { Requirement = requirement });
        }

        return reports.MoveToImmutable();
    }

    /// <summary>Absolute path of a program, or the name itself when it isn't found on the host.</summary>
    public string Resolve(string program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return program.StartsWith('/') ? program : _paths.GetOrAdd(program, _search.Find) ?? program;
    }

    private static string Remedy(ToolRequirement requirement) => requirement.AptPackage is { } package
        ? $"apt install {package}"
        : requirement.InstallWords ?? $"Install {requirement.Program} where every user can run it.";

    private static string VersionText(ToolRequirement requirement, string version) =>
        version.Length == 0 ? requirement.Program : $"{requirement.Program} {version}";

    private async Task<ToolReport> Look(ToolRequirement requirement)
    {
        if (_search.Find(requirement.Program) is not { } path)
        {
            return new ToolReport(
                requirement, ToolState.Missing, null, string.Empty, $"{requirement.Program} is not installed.", Remedy(requirement));
        }

        var version = await AskVersion(requirement).ConfigureAwait(false);
        return ToolVersion.IsAtLeast(version, requirement.AtLeast)
            ? new ToolReport(requirement, ToolState.Found, path, version, $"{VersionText(requirement, version)} at {path}", null)
            : new ToolReport(
                requirement,
                ToolState.TooOld,
                path,
                version,
                $"{VersionText(requirement, version)} is older than {requirement.AtLeast}.",
                Remedy(requirement));
    }

    private async Task<string> AskVersion(ToolRequirement requirement)
    {
        if (requirement.VersionCommand.IsDefaultOrEmpty)
        {
            return string.Empty;
        }

        var command = requirement.VersionCommand;
        var result = await _sandbox.Run(
            new SandboxRequest
            {
                Command = command.SetItem(0, Resolve(command[0])),
                Isolation = Abstractions.Execution.IsolationLevel.Standard,
                Limits = new SandboxLimits { Memory = 1L << 30, Processes = 256 },
            },
            CancellationToken.None).ConfigureAwait(false);
        var version = ToolVersion.Extract(Encoding.UTF8.GetString(result.Stdout.AsSpan()));
        return version.Length > 0 ? version : ToolVersion.Extract(Encoding.UTF8.GetString(result.Stderr.AsSpan()));
    }
}
