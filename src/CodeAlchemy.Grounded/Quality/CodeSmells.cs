using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Damage;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Quality;

/// <summary>Counts what had better not be in a program. Pure.</summary>
internal static partial class CodeSmells
{
    // Bare numbers are common where they do no harm, so each weighs little.
    private const double NumberWeight = 0.2;
    private const int ShortestBody = 24;

    /// <summary>The sum over all kinds.</summary>
    public static double Count(ParsedProgram program) =>
        program.Outline.Comments.Count(c => !IsProse(program.Slice(c)) && IsCode(program.Slice(c)))
        + program.Nodes.Where(NodeKinds.IsIf).Sum(Conditions)
        + program.Nodes.Count(IsNeedless)
        + Unused(program)
        + Copies(program).Count
        + (NumberWeight * program.Nodes.Count(n => NodeKinds.IsNumber(n) && IsBare(program, n)));

    /// <summary>Functions whose body another one before them has, white space aside.</summary>
    public static HashSet<OutlineFunction> Copies(ParsedProgram program) =>
        [.. program.Outline.Functions.Select(f => (Function: f, Body: White().Replace(program.Slice(f.Body).Replace(f.Name, "", StringComparison.Ordinal), "")))
            .Where(f => f.Body.Length >= ShortestBody).GroupBy(f => f.Body).SelectMany(g => g.Skip(1)).Select(f => f.Function)];

    /// <summary>Whether a comment says something in words, rather than being code that was put out of use.</summary>
    public static bool IsProse(string comment) => ProseWord().Count(comment) >= 2 && !IsCode(comment);

    /// <summary>Whether a comment looks like code that was put out of use.</summary>
    public static bool IsCode(string comment) => Code().IsMatch(comment);

    /// <summary>Whether a condition is a value that is written out.</summary>
    public static bool IsConstant(ISyntaxNode node) => Condition(node) is "0" or "1" or "false" or "true" or "False" or "True";

    private static string Condition(ISyntaxNode node) => (node.Field("condition")?.Text ?? "").Trim('(', ')', ' ');

    private static double Conditions(ISyntaxNode node)
    {
        var condition = Condition(node);
        var constant = IsConstant(node) ? 1 : 0;
        if (Branches.Else(node) is not { } no || node.Field("consequence") is not { } yes)
        {
            return constant;
        }

        var negated = (condition.StartsWith('!') && !condition.StartsWith("!=", StringComparison.Ordinal)) || condition.StartsWith("not ", StringComparison.Ordinal) || condition.StartsWith("not(", StringComparison.Ordinal) ? 1 : 0;
        var roundabout = IsTruth(Branches.Only(yes)) && IsTruth(Branches.Only(no)) ? 1 : 0;
        var nested = roundabout == 0 && Branches.Last(yes) is { } last && NodeKinds.IsLeaving(last) ? 1 : 0;
        return constant + negated + roundabout + nested;
    }

    /// <summary>Whether a statement returns a truth value that is written out.</summary>
    public static bool IsTruth(ISyntaxNode? node) => node is not null && Truth().IsMatch(node.Text);

    /// <summary>Whether it returns a variable that takes its value in the statement before.</summary>
    public static bool IsNeedless(ISyntaxNode node) =>
        NodeKinds.IsReturn(node) && node.Children.Where(c => c.IsNamed).ToList() is [var value] && NodeKinds.IsIdentifier(value)
        && node.Parent!.Children.TakeWhile(c => c.Span != node.Span).LastOrDefault(c => c.IsNamed) is { } before
        && NodeKinds.IsSimple(before) && Regex.IsMatch(before.Text, $@"^[^=(]*(?<![\w.]){Regex.Escape(value.Text)}\s*(?::[^=]*)?=[^=]");

    /// <summary>How many variables are declared inside functions and stand nowhere else.</summary>
    public static int Unused(ParsedProgram program) =>
        program.Nodes.Where(n => NodeKinds.IsIdentifier(n) && n.Kind == "identifier").GroupBy(n => n.Text).Count(g => g.Count() == 1 && Declares(g.First()) && program.Outline.Functions.Any(f => IsIn(g.First(), f)));

    private static bool Declares(ISyntaxNode node) => Declaration().IsMatch(node.Parent!.Kind) && (node.Parent.Field("left") ?? node.Parent.Field("name") ?? node.Parent.Field("declarator"))?.Span == node.Span;

    private static bool IsIn(ISyntaxNode node, OutlineFunction function) => function.Body.Start <= node.Span.Start && node.Span.End <= function.Body.End;

    private static bool IsBare(ParsedProgram program, ISyntaxNode node) =>
        node.Text is not ("0" or "1" or "2") && node.Parent is { } parent && Calculates().IsMatch(parent.Kind) && program.Outline.Functions.Any(f => IsIn(node, f));

    [GeneratedRegex(@"(?<![\w.])[A-Za-z][a-z]{2,}(?![\w(.=])")]
    private static partial Regex ProseWord();

    [GeneratedRegex(@"[;{}]\s*(?:\*/)?\s*$|^\W*[\w.\[\]]+\s*[-+*/]?=[^=]|^\W*return\b|^\W*[\w.]+\([^)]*\);?\s*$|^\W*(?:if|for|while)\s*\(")]
    private static partial Regex Code();

    [GeneratedRegex(@"^return\s+(?:true|false|True|False|0|1);?$")]
    private static partial Regex Truth();

    [GeneratedRegex("declarator|^assignment$")]
    private static partial Regex Declaration();

    [GeneratedRegex("binary|comparison|assignment|argument|return|update|array|subscript|conditional|ternary")]
    private static partial Regex Calculates();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
