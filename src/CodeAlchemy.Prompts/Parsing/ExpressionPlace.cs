using CodeAlchemy.Prompts.Tree.Expressions;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Where an expression stands, as far as that changes how it is read.</summary>
/// <param name="Statement">Whether it is a whole statement.</param>
/// <param name="Alias">Whether it follows <c>@</c>.</param>
/// <param name="Piped">Whether something is piped into it.</param>
/// <param name="LoopArguments">Takes the named arguments of a loop, if it is what a loop runs over.</param>
internal sealed record ExpressionPlace(bool Statement = false, bool Alias = false, bool Piped = false, List<NamedArgument>? LoopArguments = null)
{
    public static readonly ExpressionPlace Anywhere = new();
    public static readonly ExpressionPlace AsStatement = new(Statement: true);
    public static readonly ExpressionPlace AsAlias = new(Alias: true);
    public static readonly ExpressionPlace AsPipe = new(Piped: true);
}
