using System.Collections.Immutable;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeDialogue.Model;

/// <summary>What checking the turns of a model gave: evidence, or what is wrong.</summary>
/// <param name="Verified">Evidence for what was checked.</param>
/// <param name="Reason">Reason of the reject; <see langword="null"/> when all is well.</param>
/// <param name="Detail">One stable sentence.</param>
/// <param name="Evidence">What was seen, for whoever asks why.</param>
/// <param name="Observed">The output that a wrong claim should have been, for the repair; <see langword="null"/> when it is something else that is wrong.</param>
internal sealed record Finding(ImmutableArray<Verification> Verified, string? Reason = null, string Detail = "", string? Evidence = null, WrongClaim? Observed = null)
{
    public static Finding Wrong(string reason, string detail, string? evidence = null) => new([], reason, detail, evidence);
}
