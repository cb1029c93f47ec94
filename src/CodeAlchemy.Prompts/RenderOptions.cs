using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Prompts;

/// <summary>What a rendering may use and how much of it. Immutable.</summary>
public sealed record RenderOptions
{
    /// <summary>Everything at its default: no time, no seed, no templates to include.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>Whether a variable or member that is not there is an error. Without, it is null, as in Scriban's default.</summary>
    public bool StrictVariables { get; init; } = true;

    /// <summary>Most characters of the result and of any text made on the way.</summary>
    public int MaximumLength { get; init; } = PromptTemplate.DefaultMaximumLength;

    /// <summary>Most turns of an outermost loop, those of loops inside it included.</summary>
    public long LoopLimit { get; init; } = 100_000;

    /// <summary>Most functions and includes inside each other.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>Most statements and items of the whole rendering.</summary>
    public long StepLimit { get; init; } = 10_000_000;

    /// <summary>The value of <c>date.now</c>; without it that is an error.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Gives the source of <c>math.random</c> and <c>math.uuid</c>, asked at most once per rendering; without it they are errors.</summary>
    public Func<IRandom>? Random { get; init; }

    /// <summary>Where <c>include</c> finds templates; without it that is an error.</summary>
    public ITemplateSource? Templates { get; init; }
}
