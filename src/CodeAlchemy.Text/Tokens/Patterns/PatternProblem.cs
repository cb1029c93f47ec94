namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>A pattern has a construct that isn't supported or is wrong.</summary>
/// <param name="what">What and where, to follow the pattern's name in a sentence.</param>
internal sealed class PatternProblem(string what) : Exception(what);
