using System.Collections.Immutable;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>A conversation that was planned and whose turns are computed. Immutable.</summary>
/// <param name="Task">Its task.</param>
/// <param name="Number">Its number among those of the file.</param>
/// <param name="Role">Who talks to whom.</param>
/// <param name="Cast">What it is about.</param>
/// <param name="Turns">The turns, with the names of their moves.</param>
internal sealed record Dialogue(string Task, int Number, Role Role, Cast Cast, ImmutableArray<(string Move, Turn Turn)> Turns);
