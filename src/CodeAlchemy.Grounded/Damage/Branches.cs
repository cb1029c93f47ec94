using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>Branches of conditions. Pure.</summary>
internal static class Branches
{
    /// <summary>The block that runs when a condition doesn't hold; <see langword="null"/> when there is none, or another condition follows.</summary>
    public static ISyntaxNode? Else(ISyntaxNode condition)
    {
        var alternatives = condition.Children.Where(c => c.Kind is "else_clause" or "elif_clause" or "else").ToList();
        if (condition.Field("alternative") is not { } alternative || alternatives.Count > 1 || alternative.Kind == "elif_clause")
        {
            return null;
        }

        var block = alternative.Kind == "else_clause" ? alternative.Field("body") ?? alternative.Children.LastOrDefault(c => c.IsNamed && !NodeKinds.IsComment(c)) : alternative;
        return block is null || NodeKinds.IsIf(block) ? null : block;
    }

    /// <summary>The last statement of a branch, also where the branch is one statement without braces.</summary>
    public static ISyntaxNode? Last(ISyntaxNode branch) =>
        NodeKinds.IsLeaving(branch) ? branch : branch.Children.LastOrDefault(c => c.IsNamed && !NodeKinds.IsComment(c));

    /// <summary>The only statement of a branch.</summary>
    public static ISyntaxNode? Only(ISyntaxNode branch) =>
        NodeKinds.IsLeaving(branch) ? branch : branch.Children.Where(c => c.IsNamed && !NodeKinds.IsComment(c)).ToList() is [var only] ? only : null;
}
