using System.Collections.Concurrent;
using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Toolchains;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Looks for tool chains and builds the plugins' own parts, once per language and process. Thread-safe.</summary>
internal sealed class LanguageReadiness(
    ToolchainCatalog toolchains, ArtifactCache cache, BuildRunner builds, ProgramExecutorOptions options)
{
    private static readonly string[] AlwaysShown = ["/usr/", "/bin/", "/sbin/", "/lib"];

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<byte>> NoFiles =
        ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty;

    private readonly ConcurrentDictionary<string, Lazy<Task<(ReadyLanguage?, RunResult?)>>> _known = new(StringComparer.Ordinal);

    /// <summary>The language, ready to run; or the result that every run of it comes to.</summary>
    /// <exception cref="ProblemException">The plugin's own parts can't be built.</exception>
    public async Task<(ReadyLanguage? Ready, RunResult? Failure)> Get(
        LanguageDefinition language, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        var key = $"{language.Directory}\n{isolation}";
        var lazy = _known.GetOrAdd(key, _ => new Lazy<Task<(ReadyLanguage?, RunResult?)>>(() => Make(language, isolation)));
        try
        {
            return await lazy.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException)
        {
            _known.TryRemove(new(key, lazy));
            throw;
        }
    }

    private static string Fingerprint(string content, ImmutableArray<ToolReport> tools)
    {
        using var key = new ContentKey();
        key.Add(content);
        foreach (var tool in tools)
        {
            key.Add(tool.Path ?? string.Empty).Add(tool.Version);
        }

        return key.Finish();
    }

    private static IEnumerable<SandboxBind> ToolBinds(ImmutableArray<ToolReport> tools) => tools
        .Select(t => t.Path)
        .OfType<string>()
        .Where(p => !Array.Exists(AlwaysShown, a => p.StartsWith(a, StringComparison.Ordinal)))
        .Select(p => Path.GetDirectoryName(Path.GetDirectoryName(p)))
        .Where(f => f is { Length: > 1 })
        .Distinct()
        .Select(f => new SandboxBind(f!, f!));

    private static RunResult Missing(ToolReport tool) => new()
    {
        Status = ExecutionStatus.MissingToolchain,
        Detail = $"{tool.Detail} Remedy: {tool.Remedy}",
    };

    private async Task<(ReadyLanguage?, RunResult?)> Make(LanguageDefinition language, IsolationLevel isolation)
    {
        var tools = await toolchains.Examine(language, CancellationToken.None).ConfigureAwait(false);
        if (tools.FirstOrDefault(t => t.State != ToolState.Found && !t.Requirement.Optional) is { } missing)
        {
            return (null, Missing(missing));
        }

        RefuseCircle(language);
        var binds = ImmutableArray.CreateBuilder<SandboxBind>();
        binds.AddRange(ToolBinds(tools));
        binds.Add(new SandboxBind(language.Directory, $"/plugins/{language.Id}"));
        var fingerprint = Fingerprint(options.PluginContent(language.Directory), tools);
        foreach (var id in CommandTemplate.OtherPlugins(language))
        {
            fingerprint += await AddOther(id, language, isolation, binds).ConfigureAwait(false);
        }

        if (!language.Prepare.IsEmpty)
        {
            var folder = await Prepare(language, fingerprint, isolation, binds.ToImmutable()).ConfigureAwait(false);
            binds.Add(new SandboxBind(folder, $"/prepared/{language.Id}"));
        }

        var version = tools.IsEmpty ? string.Empty : tools[0].Version;
        return (new ReadyLanguage(language, version, fingerprint, [.. binds.Distinct()]), null);
    }

    /// <summary>Two plugins that use each other's parts would wait for each other for ever.</summary>
    private void RefuseCircle(LanguageDefinition language)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(CommandTemplate.OtherPlugins(language));
        while (open.TryPop(out var id))
        {
            if (id == language.Id)
            {
                throw new ProblemException(new Problem(
                    "plugin-circle",
                    $"The plugin '{language.Id}' uses parts of plugins that use its own: {string.Join(", ", seen.Order(StringComparer.Ordinal))}.",
                    $"Take the parts of '{language.Id}' out of their commands.",
                    ExitCode.Plugin));
            }

            if (seen.Add(id) && options.Languages(id) is { } other)
            {
                foreach (var next in CommandTemplate.OtherPlugins(other))
                {
                    open.Push(next);
                }
            }
        }
    }

    private async Task<string> AddOther(
        string id, LanguageDefinition language, IsolationLevel isolation, ImmutableArray<SandboxBind>.Builder binds)
    {
        if (options.Languages(id) is not { } other)
        {
            throw new ProblemException(new Problem(
                "plugin-not-found",
                $"The plugin '{language.Id}' uses parts of the language plugin '{id}', which is not there.",
                $"Install the plugin '{id}'.",
                ExitCode.Plugin));
        }

        var (ready, failure) = await Get(other, isolation, CancellationToken.None).ConfigureAwait(false);
        if (ready is null)
        {
            throw new ProblemException(new Problem(
                "plugin-not-ready",
                $"The plugin '{language.Id}' uses parts of '{id}', whose tool chain is missing: {failure!.Detail}",
                $"Install the tool chain of '{id}'.",
                ExitCode.MissingTool));
        }

        binds.AddRange(ready.Binds);
        return ready.Key;
    }

    private async Task<string> Prepare(
        LanguageDefinition language, string fingerprint, IsolationLevel isolation, ImmutableArray<SandboxBind> binds)
    {
        using var key = new ContentKey();
        var name = key.Add("prepare").Add(fingerprint).Add(language.Prepare).Finish();
        var template = new CommandTemplate { Plugin = language.Id, Memory = options.CompileLimits.Memory, Prepared = "/out" };
        var artifact = await cache.Get(
            name,
            (folder, token) => builds.Run([.. language.Prepare.Select(template.Fill)], folder, NoFiles, binds, language, isolation, token),
            CancellationToken.None).ConfigureAwait(false);
        return artifact.Failure is { } failure
            ? throw new ProblemException(new Problem(
                "plugin-not-prepared",
                $"The parts of the plugin '{language.Id}' could not be built ({failure.Detail ?? failure.Status.ToId()}): {Tail(failure.Messages)}",
                "Check the plugin's prepare commands and its tool chain with 'codealchemy doctor'.",
                ExitCode.Plugin))
            : artifact.Folder;
    }

    private static string Tail(string text) => text.Length <= 400 ? text.Trim() : text[^400..].Trim();
}
