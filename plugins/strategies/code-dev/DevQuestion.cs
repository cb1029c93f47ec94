using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>Work to be done, before it is put into words.</summary>
internal sealed record DevQuestion
{
    /// <summary>The execution it is about.</summary>
    public required CaseStudy Study { get; init; }

    /// <summary>The answer.</summary>
    public required string Answer { get; init; }

    /// <summary>The program that is shown, when it isn't the file as it is.</summary>
    public string? Program { get; init; }

    /// <summary>All executions that are shown; only that of <see cref="Study"/> when empty.</summary>
    public ImmutableArray<CaseStudy> Cases { get; init; } = [];

    /// <summary>A text that must not stand in the question.</summary>
    public string? Secret { get; init; }

    /// <summary>The bank with the wordings of the question; that of the task when <see langword="null"/>.</summary>
    public string? Bank { get; init; }

    /// <summary>What the wording of the question needs.</summary>
    public ImmutableDictionary<string, string> Slots { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Parts of the question that the template places.</summary>
    public ImmutableDictionary<string, object?> Values { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>Evidence on top of the recorded execution.</summary>
    public ImmutableArray<Verification> Verification { get; init; } = [];

    /// <summary>Labels on top of those every row has.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Facts from which the answer can be derived again.</summary>
    public JsonObject Facts { get; init; } = [];
}
