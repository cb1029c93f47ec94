using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>A question of a task before it has words.</summary>
internal sealed record Question
{
    /// <summary>What the templates of the task need besides what every question has.</summary>
    public ImmutableDictionary<string, object?> Values { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>The answer, plain.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the question shows how the program is run. It doesn't when that is what is asked.</summary>
    public bool ShowsInvocation { get; init; } = true;

    /// <summary>Whether an answer that stands in the question word for word would be no question at all.</summary>
    public bool AnswerMustNotShow { get; init; }

    /// <summary>Templates rendered for parts of the question.</summary>
    public ImmutableArray<PromptReference> Prompts { get; init; } = [];

    /// <summary>Labels on top of those every row has.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Facts from which the answer can be derived again.</summary>
    public JsonObject Facts { get; init; } = [];
}
