using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.LanguageServer.Hosting;
using CodeAlchemy.LanguageServer.Protocol;
using CodeAlchemy.LanguageServer.Rpc;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Trust;

namespace CodeAlchemy.LanguageServer.Features;

/// <summary>Plugins: what there is, and how one is added. What a plugin would run is shown before it may.</summary>
internal sealed class PluginFeature(Session session, SourceCache sources)
{
    public void Register(Router router)
    {
        var json = ProtocolJson.Default;
        router.Work("codealchemy/plugins", json.Empty, json.PluginsResult, List);
        router.Work("codealchemy/installPlugin", json.InstallParams, json.InstallResult, Install);
    }

    private async Task<PluginsResult> List(Empty parameters, RequestScope scope)
    {
        var manager = (await session.Workspace).PluginManager;
        return new PluginsResult(
        [
            .. manager.List().Select(plugin => new PluginInfo(
                plugin.Key.Id,
                plugin.Key.Kind.ToString().ToLowerInvariant(),
                plugin.Definition?.Name ?? plugin.Key.Id,
                plugin.Definition?.Version,
                plugin.Layer,
                plugin.IsTaken ? "ready" : "skipped",
                plugin.Reasons.IsEmpty ? null : string.Join(" ", plugin.Reasons.Select(reason => $"{reason.Message} {reason.Remedy}")))),
        ]);
    }

    private async Task<InstallResult> Install(InstallParams parameters, RequestScope scope)
    {
        session.RequireTrust();
        var manager = (await session.Workspace).PluginManager;
        var answer = new KnownAnswer(parameters.Consent);
        try
        {
            var change = await manager.Installer(parameters.User, answer).Install(manager.ParseSource(parameters.Source), new InstallOptions(), scope.Token);
            if (change.Problem is { } problem)
            {
                throw new ProblemException(problem);
            }

            session.Reopen();
            sources.Clear();
            return new InstallResult(new InstalledInfo(change.Key.Id, change.After?.Version), null);
        }
        catch (ProblemException) when (answer.Asked is { } question && !parameters.Consent)
        {
            return new InstallResult(null, new ConsentInfo(
                $"{question.Key} {question.Version} from {question.From} runs programs on this machine.", [.. question.Runs], [.. question.Needs]));
        }
    }

    private sealed class KnownAnswer(bool consent) : IPluginConsent
    {
        public ConsentQuestion? Asked { get; private set; }

        public ValueTask<bool> Ask(ConsentQuestion question, CancellationToken cancellationToken)
        {
            Asked = question;
            return ValueTask.FromResult(consent);
        }
    }
}
