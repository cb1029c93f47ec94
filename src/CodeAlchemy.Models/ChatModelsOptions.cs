using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Batches;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models;

/// <summary>What <see cref="ChatModels"/> are made of. Immutable.</summary>
public sealed record ChatModelsOptions
{
    /// <summary>The models of the manifest.</summary>
    public required ImmutableArray<ModelDefinition> Models { get; init; }

    /// <summary>The user's credentials.</summary>
    public required ICredentialSource Credentials { get; init; }

    /// <summary>Takes secrets out of messages; must know those of <see cref="Credentials"/>.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>The run's journal, or <see langword="null"/> for none: then nothing is resumed.</summary>
    public IReplyJournal? Journal { get; init; }

    /// <summary>Absolute path of the folder with cached replies, or <see langword="null"/> for no cache.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>What the run may use.</summary>
    public ModelBudget Budget { get; init; } = new();

    /// <summary>Batch files to use in place of the network, or <see langword="null"/>.</summary>
    public BatchFolder? Batch { get; init; }

    /// <summary>Whether only recorded replies answer: nothing is sent, and no credential is asked for.</summary>
    public bool Offline { get; init; }

    /// <summary>Proxy for all endpoints, or <see langword="null"/> for none. The environment's proxy variables are not looked at.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Takes log lines, secrets out.</summary>
    public Action<LogLevel, string> Log { get; init; } = static (_, _) => { };

    /// <summary>The clock of waits and pauses.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
