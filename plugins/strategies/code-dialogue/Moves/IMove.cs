using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue.Moves;

/// <summary>One thing that can be asked and answered in a conversation. Stateless.</summary>
internal interface IMove
{
    /// <summary>Name as plans and labels have it.</summary>
    string Name { get; }

    /// <summary>What it tells of a trace beside what the run prints; questions that are computed know it themselves.</summary>
    TraceTrust Needs => TraceTrust.None;

    /// <summary>The turn, in the state that the conversation has reached; <see langword="null"/> where the evidence does not carry it.</summary>
    Turn? Play(Scene scene);
}
