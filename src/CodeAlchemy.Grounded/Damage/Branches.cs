using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>Branches of conditions. Pure.</summary>
internal static class Branches
{
    /// <summary>The block that runs when a condition doesn't hold; <see langword="null"/> when there is none, or another condition follows.</summary>
    public static ISyntaxNode? Else(ISyntaxNode condition)
    {
        if (condition.Field("alternative") is not { } alternative || condition.Children.Count(IsAlternative) > 1 || IsNextCondition(alternative))
        {
            return null;
        }

        var block = IsElse(alternative) ? alternative.Field("body") ?? alternative.Children.LastOrDefault(c => c.IsNamed && !NodeKinds.IsComment(c)) : alternative;
        return block is null || NodeKinds.IsIf(block) ? null : block;
    }

    /// <summary>Whether it is what stands behind the first branch of a condition, or the word for it.</summary>
    public static bool IsAlternative(ISyntaxNode node) => node.Kind == "else" || IsElse(node) || IsNextCondition(node);

    /// <summary>The last statement of a branch, also where the branch is one statement without braces.</summary>
    public static ISyntaxNode? Last(ISyntaxNode branch) =>
        NodeKinds.IsLeaving(branch) ? branch : branch.Children.LastOrDefault(c => c.IsNamed && !NodeKinds.IsComment(c));

    /// <summary>The only statement of a branch.</summary>
    public static ISyntaxNode? Only(ISyntaxNode branch) =>
        NodeKinds.IsLeaving(branch) ? branch : branch.Children.Where(c => c.IsNamed && !NodeKinds.IsComment(c)).ToList() is [var only] ? only : null;

    private static bool IsElse(ISyntaxNode node) => node.Kind is "else_clause" or "else_statement";

    private static bool IsNextCondition(ISyntaxNode node) => node.Kind is "elif_clause" or "elsif_clause" or "else_if_clause" or "elseif_statement";
}
