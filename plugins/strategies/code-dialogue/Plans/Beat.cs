using System.Collections.Immutable;

namespace CodeAlchemy.Strategies.CodeDialogue.Plans;

/// <summary>A place in a plan: one of some moves, the first that the evidence carries.</summary>
/// <param name="Priority">Which beats stay when there are fewer turns than beats; 1 goes last.</param>
/// <param name="Moves">Names of moves.</param>
internal sealed record Beat(int Priority, params ImmutableArray<string> Moves);
