using CodeAlchemy.Prompts.Operators;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Operators by their symbols.</summary>
internal static class Operator
{
    /// <summary>An operator between operands with its precedence; higher binds stronger.</summary>
    public static (BinaryOperator Binary, int Precedence)? OfBinary(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "??" => (BinaryOperator.Coalesce, 20),
        "?!" => (BinaryOperator.NotNull, 20),
        "||" => (BinaryOperator.Or, 30),
        "&&" => (BinaryOperator.And, 40),
        "==" => (BinaryOperator.Equal, 70),
        "!=" => (BinaryOperator.NotEqual, 70),
        "<" => (BinaryOperator.Less, 80),
        "<=" => (BinaryOperator.LessOrEqual, 80),
        ">" => (BinaryOperator.Greater, 80),
        ">=" => (BinaryOperator.GreaterOrEqual, 80),
        "+" => (BinaryOperator.Add, 100),
        "-" => (BinaryOperator.Subtract, 100),
        "*" => (BinaryOperator.Multiply, 110),
        "/" => (BinaryOperator.Divide, 110),
        "//" => (BinaryOperator.DivideRound, 110),
        "%" => (BinaryOperator.Modulus, 110),
        "<<" => (BinaryOperator.ShiftLeft, 110),
        ">>" => (BinaryOperator.ShiftRight, 110),
        ".." => (BinaryOperator.RangeInclude, 130),
        "..<" => (BinaryOperator.RangeExclude, 130),
        _ => null,
    };

    /// <summary>An assignment, with the operator it applies first.</summary>
    public static Assigning? OfAssignment(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "=" => new Assigning(null),
        "+=" => new Assigning(BinaryOperator.Add),
        "-=" => new Assigning(BinaryOperator.Subtract),
        "*=" => new Assigning(BinaryOperator.Multiply),
        "/=" => new Assigning(BinaryOperator.Divide),
        "//=" => new Assigning(BinaryOperator.DivideRound),
        "%=" => new Assigning(BinaryOperator.Modulus),
        _ => null,
    };

    /// <summary>An assignment.</summary>
    /// <param name="Binary">Operator it applies first, if any.</param>
    public readonly record struct Assigning(BinaryOperator? Binary);
}
