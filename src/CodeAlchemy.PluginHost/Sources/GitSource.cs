using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost.Archives;

namespace CodeAlchemy.PluginHost.Sources;

/// <summary>
/// A git repository, fetched by the <c>git</c> program with none of the user's or the system's settings: no hooks, no filters, no
/// prompts, no submodules unless asked for, one protocol, one commit.
/// </summary>
internal sealed class GitSource(PluginOrigin origin, IHostProgram programs, ArchiveLimits limits) : IPluginSource
{
    private static readonly ImmutableArray<string> Inherited =
        ["PATH", "HOME", "SSH_AUTH_SOCK", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    private readonly string _protocol = new Uri(origin.Location).Scheme;

    public async Task<PluginOrigin> Fetch(string folder, CancellationToken cancellationToken)
    {
        var clone = folder + ".git";
        try
        {
            var revision = await CheckOut(clone, cancellationToken).ConfigureAwait(false);
            FolderCopy.Copy(clone, folder, limits);
            return origin with { Revision = revision };
        }
        finally
        {
            if (Directory.Exists(clone))
            {
                Directory.Delete(clone, recursive: true);
            }
        }
    }

    private async Task<string> CheckOut(string clone, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(clone);
        await Git(clone, cancellationToken, "init", "--quiet", "--template=").ConfigureAwait(false);
        var wanted = origin.Revision ?? origin.Reference ?? "HEAD";
        await Git(clone, cancellationToken, "fetch", "--quiet", "--depth", "1", "--no-tags", "--no-recurse-submodules", "--", origin.Location, wanted).ConfigureAwait(false);
        await Git(clone, cancellationToken, "checkout", "--quiet", "--detach", "FETCH_HEAD").ConfigureAwait(false);
        if (origin.Submodules)
        {
            await Git(clone, cancellationToken, "submodule", "--quiet", "update", "--init", "--recursive", "--depth", "1").ConfigureAwait(false);
        }

        return (await Git(clone, cancellationToken, "rev-parse", "HEAD").ConfigureAwait(false)).Trim();
    }

    private async Task<string> Git(string clone, CancellationToken cancellationToken, params string[] arguments)
    {
        var result = await programs.Run(
            new HostProgramRequest { Program = "git", Arguments = [.. Settings().SelectMany(setting => (string[])["-c", setting]), .. arguments], Directory = clone, Environment = Surroundings(), Inherited = Inherited },
            cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? result.Output : throw PluginFaults.Failure(
            PluginCodes.Source,
            $"git {arguments[0]} of {origin.Location} ended with {result.ExitCode}: {LastLine(result.Errors)}",
            origin.Reference is null ? "Check the address, and that you may read the repository." : $"Check the address, that you may read the repository, and that it has '{origin.Reference}'.");
    }

    private static string LastLine(string errors) =>
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "it says nothing";

    private static string[] Settings() =>
    [
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.attributesFile=/dev/null", "core.autocrlf=false", "core.eol=lf",
        "core.symlinks=true", "core.protectHFS=true", "core.protectNTFS=true", "transfer.fsckObjects=true", "protocol.version=2",
        "submodule.recurse=false", "credential.helper=", "gc.auto=0", "advice.detachedHead=false",
    ];

    private ImmutableSortedDictionary<string, string> Surroundings() => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_ASKPASS"] = "true",
        ["SSH_ASKPASS"] = "true",
        ["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes -oStrictHostKeyChecking=yes",
        ["GIT_ALLOW_PROTOCOL"] = _protocol,
        ["LC_ALL"] = "C",
    });
}
