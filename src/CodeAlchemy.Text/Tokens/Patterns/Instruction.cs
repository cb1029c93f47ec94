namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>What an instruction does.</summary>
internal enum Operation
{
    /// <summary>Takes one character of the set.</summary>
    One,

    /// <summary>Takes as many characters of the set as it can; may give some back.</summary>
    Many,

    /// <summary>Goes on with the next instruction, or, if that fails, at the target.</summary>
    Fork,

    /// <summary>Goes on at the target.</summary>
    Jump,

    /// <summary>Looks whether a character of the set comes next.</summary>
    Ahead,

    /// <summary>The whole pattern has matched.</summary>
    Done,
}

/// <summary>One step of a compiled pattern.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Set">Its characters, where it has some.</param>
/// <param name="AtLeast">Fewest characters that it takes.</param>
/// <param name="AtMost">Most characters that it takes.</param>
/// <param name="Flag">For <see cref="Operation.Many"/> whether it gives nothing back; for <see cref="Operation.Ahead"/> what is expected.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="Begins">For <see cref="Operation.Fork"/>: ASCII characters that the next instructions can begin with; all where it is not given.</param>
internal sealed record Instruction(
    Operation Operation, CharacterSet? Set = null, int AtLeast = 1, int AtMost = 1, bool Flag = false, int Target = 0, bool[]? Begins = null);
