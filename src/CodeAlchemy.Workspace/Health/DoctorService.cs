using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Toolchains;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace.Health;

/// <summary>Tries what the tool needs and says what to do about what is missing. Thread-safe.</summary>
public sealed class DoctorService
{
    private readonly Installation _installation;

    internal DoctorService(Installation installation) => _installation = installation;

    /// <summary>Examines host, sandbox, languages and plugins.</summary>
    public async Task<IReadOnlyList<HealthCheck>> Examine(CancellationToken cancellationToken)
    {
        List<HealthCheck> checks = [.. Host(), .. Sandbox()];
        foreach (var language in _installation.Plugins.Languages)
        {
            checks.Add(await Language(language, cancellationToken));
        }

        checks.AddRange(_installation.Plugins.Strategies.Select(Strategy));
        checks.AddRange(_installation.Plugins.Skipped.Select(Skipped));
        return checks;
    }

    private IEnumerable<HealthCheck> Host()
    {
        yield return new HealthCheck("host", ".NET", HealthState.Works, Environment.Version.ToString());
        yield return new HealthCheck("host", "codealchemy", HealthState.Works, $"{WorkspaceOptions.ToolVersion} in {_installation.Options.Root}");
        yield return Writable("cache", _installation.Options.Cache);
    }

    private static HealthCheck Writable(string name, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
            return new HealthCheck("host", name, HealthState.Works, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new HealthCheck("host", name, HealthState.Broken, exception.Message, "set CODEALCHEMY_CACHE_DIR to a folder you can write to");
        }
    }

    private IEnumerable<HealthCheck> Sandbox() =>
        _installation.Programs.Sandbox.Features.Select(feature => new HealthCheck(
            "sandbox",
            feature.Name,
            feature.Available ? HealthState.Works : HealthState.Limited,
            feature.Detail,
            feature.Available ? null : feature.Remedy ?? "run with --isolation standard"));

    private async Task<HealthCheck> Language(LanguageDefinition language, CancellationToken cancellationToken)
    {
        if (GrammarProblem(language) is { } problem)
        {
            return new HealthCheck("language", language.Name, HealthState.Broken, problem.Message, problem.Remedy);
        }

        var tools = await _installation.Programs.Toolchains.Examine(language, cancellationToken);
        var missing = tools.FirstOrDefault(tool => tool.State != ToolState.Found && !tool.Requirement.Optional)
            ?? tools.FirstOrDefault(tool => tool.State != ToolState.Found);
        var found = string.Join(", ", tools.Where(tool => tool.State == ToolState.Found).Select(tool => $"{tool.Requirement.Program} {tool.Version}".TrimEnd()));
        return missing switch
        {
            null => new HealthCheck("language", language.Name, HealthState.Works, found),
            { Requirement.Optional: true } => new HealthCheck("language", language.Name, HealthState.Limited, $"{found}; {missing.Detail}", missing.Remedy),
            _ => new HealthCheck("language", language.Name, HealthState.Broken, missing.Detail, missing.Remedy),
        };
    }

    private Problem? GrammarProblem(LanguageDefinition language)
    {
        try
        {
            if (language.Grammar is { } grammar)
            {
                _installation.SyntaxService.Check(grammar);
            }

            return null;
        }
        catch (ProblemException exception)
        {
            return exception.Problem;
        }
    }

    private static HealthCheck Strategy(PluginDefinition plugin) =>
        new("plugin", plugin.Id, HealthState.Works, $"{plugin.Name} {plugin.Version}, {plugin.Layer}");

    private static HealthCheck Skipped(SkippedPlugin plugin) => new(
        "plugin",
        plugin.Id,
        // One that only has another before it is as its user wants it.
        plugin.Reasons.All(reason => reason.Severity == DiagnosticSeverity.Warning) ? HealthState.Limited : HealthState.Broken,
        plugin.Reasons.FirstOrDefault()?.Message ?? "it was skipped",
        plugin.Reasons.FirstOrDefault()?.Remedy ?? $"mend {plugin.Directory}/plugin.yaml");
}
