namespace CodeAlchemy.Strategies.CodeDialogue.Model;

/// <summary>A claimed output that is not what running the program gives.</summary>
/// <param name="Turn">Number of the turn, from 1.</param>
/// <param name="Case">Name of the case.</param>
/// <param name="Output">What the program prints.</param>
internal sealed record WrongClaim(int Turn, string Case, string Output);
