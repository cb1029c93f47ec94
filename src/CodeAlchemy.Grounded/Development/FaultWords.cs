using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Says in English what is wrong with a mutant and how it is put right. Pure.</summary>
public static class FaultWords
{
    /// <summary>What the faulty code does and what it should do, as a sentence without its subject: <c>compares with `&lt;=` where `&lt;` is needed</c>.</summary>
    public static string Of(ProgramMutant mutant)
    {
        ArgumentNullException.ThrowIfNull(mutant);
        var (wrong, right) = (Fences.Span(mutant.After), Fences.Span(mutant.Before));
        return mutant.Operator switch
        {
            "relational" => $"compares with {wrong} where {right} is needed",
            "arithmetic" => $"calculates with {wrong} instead of {right}",
            "logical" => $"combines its operands with {wrong} instead of {right}",
            "boolean" => $"uses {wrong} where {right} is needed",
            "constant" => $"uses {wrong} where {right} belongs",
            "assignment" => $"updates its variable with {wrong} instead of {right}",
            "step" => $"steps with {wrong} instead of {right}",
            "removal" => $"does nothing where {right} is needed",
            _ => $"has {wrong} instead of {right}",
        };
    }

    /// <summary>What kind of mistake it is, as a noun: <c>a wrong comparison</c>.</summary>
    public static string Kind(string @operator) => @operator switch
    {
        "relational" => "a wrong comparison",
        "arithmetic" => "a wrong arithmetic operator",
        "logical" => "a wrong logical operator",
        "boolean" => "a wrong truth value",
        "constant" => "a wrong constant",
        "assignment" => "a wrong update of a variable",
        "step" => "a step in the wrong direction",
        "removal" => "a missing statement",
        _ => "a wrong token",
    };
}
