using System.Collections.Immutable;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Who talks to whom: the user's role shapes openings and wordings.</summary>
/// <param name="User">Who the user is.</param>
/// <param name="Assistant">Who the assistant is.</param>
internal sealed record Role(string User, string Assistant)
{
    public static ImmutableArray<Role> All { get; } =
        [new("learner", "mentor"), new("reviewer", "author"), new("debugger", "colleague"), new("interviewer", "candidate")];

    /// <summary>Both, as a label shows them.</summary>
    public string Label => $"{User}/{Assistant}";
}
