using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>Builds the assembly of a plugin whose folder holds a project, so that a test sees what its author wrote last.</summary>
internal sealed class PluginBuild(Installation installation, PluginDefinition plugin)
{
    public async Task Build(CancellationToken cancellationToken)
    {
        var projects = Directory.GetFiles(plugin.Directory, "*.csproj");
        if (projects.Length != 1 || plugin.Layer == PluginHost.PluginLayer.BuiltIn)
        {
            return;
        }

        var result = await installation.Room.Programs.Run(
            new HostProgramRequest
            {
                Program = Dotnet(),
                Arguments = ["build", projects[0], "-c", "Release", "-v", "quiet", "-nologo"],
                Directory = plugin.Directory,
                Environment = ImmutableSortedDictionary<string, string>.Empty
                    .Add("CODEALCHEMY_ROOT", installation.Options.Root).Add("DOTNET_CLI_TELEMETRY_OPTOUT", "1").Add("DOTNET_NOLOGO", "1"),
                Inherited = ["PATH", "HOME", "DOTNET_ROOT", "NUGET_PACKAGES", "TMPDIR"],
            },
            cancellationToken);
        if (result.ExitCode != 0)
        {
            var errors = result.Output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct().Take(3).ToArray();
            throw new ProblemException(new Problem(
                "plugin-build",
                $"'{plugin.Id}' can't be built: {(errors.Length > 0 ? string.Join("; ", errors) : result.Errors.Trim())}",
                $"Correct it; see all with `dotnet build {projects[0]}`.",
                ExitCode.Plugin));
        }
    }

    private static string Dotnet() =>
        Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root && File.Exists(Path.Combine(root, "dotnet")) ? Path.Combine(root, "dotnet") : "dotnet";
}
