using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models;
using CodeAlchemy.Models.Batches;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Workspace.Chat;

/// <summary>The models of a run, by role, with the journal of their replies. Thread-safe.</summary>
internal sealed class RunModels : IDisposable
{
    private readonly ImmutableHashSet<string> _roles;
    private readonly ChatModels? _models;
    private readonly StoredReplies? _replies;

    /// <summary>Models that are somebody else's, for plans.</summary>
    public RunModels(IChatModel chat, IEnumerable<string> roles)
    {
        Chat = chat;
        _roles = roles.ToImmutableHashSet(StringComparer.Ordinal);
    }

    private RunModels(ChatModels models, StoredReplies? replies, IEnumerable<string> roles)
        : this(new SilenceGuard(models), roles) => (_models, _replies) = (models, replies);

    /// <summary>A run without models.</summary>
    public static RunModels None { get; } = new(new NoModel(), []);

    public IChatModel Chat { get; }

    /// <summary>What was used so far; <see langword="null"/> without models.</summary>
    public ModelUsage? Usage => _models?.Usage;

    /// <summary>Opens the models of a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="options">The user's folders.</param>
    /// <param name="journal">File for the replies of the run; <see langword="null"/> for none.</param>
    /// <param name="batch">Folder of batch files in place of the network; <see langword="null"/> for the network.</param>
    /// <exception cref="ProblemException">A credential, a price or an address is not as it must be (exit 5).</exception>
    public static RunModels Open(PipelineManifest manifest, WorkspaceOptions options, string? journal, string? batch)
    {
        if (manifest.Models.IsEmpty)
        {
            return None;
        }

        var credentials = UserCredentials.Read(options.Home, Environment.GetEnvironmentVariable);
        var replies = journal is null ? null : new StoredReplies(journal);
        try
        {
            var models = ChatModels.Open(new ChatModelsOptions
            {
                Models = manifest.Models,
                Credentials = credentials,
                Redactor = new Redactor(credentials.Secrets),
                Journal = replies,
                CacheFolder = Path.Combine(options.Cache, "replies"),
                Budget = manifest.Run.Budget,
                Batch = batch is null ? null : new BatchFolder(batch),
            });
            return new RunModels(models, replies, manifest.Models.Select(model => model.Name));
        }
        catch
        {
            replies?.Dispose();
            throw;
        }
    }

    public bool Has(string role) => _roles.Contains(role);

    /// <summary>The end of a run whose budget is used up.</summary>
    public static ProblemException Exhausted(ChatFailure failure) => new(new Problem(
        "budget-exhausted",
        failure.Detail,
        "Raise run.budget and start the same command again: replies that were paid for are kept.",
        ExitCode.Limit));

    public void Dispose()
    {
        _models?.Dispose();
        _replies?.Dispose();
    }

    private sealed class NoModel : IChatModel
    {
        public ValueTask<ChatOutcome> Complete(ChatRequest request, CancellationToken cancellationToken) =>
            throw new ArgumentException($"the manifest gives no model for the role '{request.Model}'");
    }
}
