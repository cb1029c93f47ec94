using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Chat;

/// <summary>The models of a run, by role. Thread-safe.</summary>
internal sealed class RunModels
{
    private readonly HashSet<string> _roles;

    public RunModels(IChatModel chat, IEnumerable<string> roles)
    {
        Chat = chat;
        _roles = roles.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A run without models.</summary>
    public static RunModels None { get; } = new(new NoModel(), []);

    public IChatModel Chat { get; }

    public bool Has(string role) => _roles.Contains(role);

    /// <summary>The end of a run whose budget is used up.</summary>
    public static ProblemException Exhausted(ChatFailure failure) => new(new Problem(
        "budget-exhausted",
        failure.Detail,
        "Raise run.budget and start the same command again: replies that were paid for are kept.",
        ExitCode.Limit));

    private sealed class NoModel : IChatModel
    {
        public ValueTask<ChatOutcome> Complete(ChatRequest request, CancellationToken cancellationToken) =>
            throw new ArgumentException($"the manifest gives no model for the role '{request.Model}'");
    }
}
