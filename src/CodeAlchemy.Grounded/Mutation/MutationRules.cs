using System.Collections.Frozen;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Mutation;

/// <summary>What a token or statement can be changed into: the classic mutation operators (Offutt et al., 1996), told by node kinds that grammars share.</summary>
internal static class MutationRules
{
    private static readonly FrozenDictionary<string, (string Operator, string[] Others)> Tokens = new Dictionary<string, (string, string[])>
    {
        ["<"] = ("relational", ["<=", ">"]), ["<="] = ("relational", ["<", ">="]), [">"] = ("relational", [">=", "<"]), [">="] = ("relational", [">", "<="]),
        ["=="] = ("relational", ["!="]), ["!="] = ("relational", ["=="]), ["==="] = ("relational", ["!=="]), ["!=="] = ("relational", ["==="]),
        ["+"] = ("arithmetic", ["-"]), ["-"] = ("arithmetic", ["+"]), ["*"] = ("arithmetic", ["+"]), ["/"] = ("arithmetic", ["*"]), ["//"] = ("arithmetic", ["*"]), ["%"] = ("arithmetic", ["*"]),
        ["&&"] = ("logical", ["||"]), ["||"] = ("logical", ["&&"]), ["and"] = ("logical", ["or"]), ["or"] = ("logical", ["and"]),
        ["+="] = ("assignment", ["-="]), ["-="] = ("assignment", ["+="]), ["*="] = ("assignment", ["+="]),
        ["++"] = ("step", ["--"]), ["--"] = ("step", ["++"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Where "is not" is written otherwise.
    private static readonly FrozenDictionary<string, string> Unequal = new Dictionary<string, string> { ["lua"] = "~=" }.ToFrozenDictionary(StringComparer.Ordinal);

    // '*' and '<' mean something else in declarations, '+' in unary expressions.
    private static readonly string[] TokenParents =
        ["binary", "comparison", "boolean_operator", "augmented_assignment", "assignment_expression", "compound_assignment", "update_expression"];

    private static readonly string[] Integers = ["integer", "number", "number_literal", "decimal_integer_literal"];
    private static readonly string[] Removable = ["assignment", "augmented_assignment", "assignment_expression", "augmented_assignment_expression", "update_expression", "compound_assignment_expr"];

    /// <summary>Changes of one node; none for most.</summary>
    public static IEnumerable<(string Operator, string After)> Of(ISyntaxNode node, string language, IRandom random)
    {
        if (!node.IsNamed)
        {
            return TryRule(node.Kind, language, out var rule) && TokenParents.Any(kind => node.Parent!.Kind.Contains(kind, StringComparison.Ordinal))
                ? [(rule.Operator, rule.Others[random.Next(rule.Others.Length)])]
                : [];
        }

        return node.Kind switch
        {
            "true" or "false" or "True" or "False" when Opposite(node.Text) is { } other => [("boolean", other)],
            var kind when Array.IndexOf(Integers, kind) >= 0 => Constant(node.Text, random),
            "expression_statement" when IsRemovable(node) => [("removal", Empty(node))],
            _ => [],
        };
    }

    private static bool TryRule(string token, string language, out (string Operator, string[] Others) rule)
    {
        if (Unequal.TryGetValue(language, out var unequal) && (token == "==" || token == unequal))
        {
            rule = ("relational", [token == unequal ? "==" : unequal]);
            return true;
        }

        return Tokens.TryGetValue(token, out rule);
    }

    private static IEnumerable<(string, string)> Constant(string text, IRandom random) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000
            ? [("constant", (value == 0 || random.Next(2) == 0 ? value + 1 : value - 1).ToString(CultureInfo.InvariantCulture))]
            : [];

    private static bool IsRemovable(ISyntaxNode node) =>
        node.Span.StartLine == node.Span.EndLine && node.Children.FirstOrDefault(c => c.IsNamed) is { } first && Array.IndexOf(Removable, first.Kind) >= 0;

    // A block must not become empty where the language wants a statement.
    private static string Empty(ISyntaxNode node) => node.Text.EndsWith(';') ? ";" : "pass";

    private static string? Opposite(string text) => text switch
    {
        "true" => "false",
        "false" => "true",
        "True" => "False",
        "False" => "True",
        _ => null,
    };
}
