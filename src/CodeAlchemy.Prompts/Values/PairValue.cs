namespace CodeAlchemy.Prompts.Values;

/// <summary>What a loop over an object gives.</summary>
/// <param name="Key">Name of the member.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct PairValue(string Key, object? Value);
