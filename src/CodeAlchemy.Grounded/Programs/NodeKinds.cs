using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Programs;

/// <summary>Tells nodes by the words that grammars share in the names of their kinds. Pure.</summary>
public static class NodeKinds
{
    private static readonly string[] Directives = ["preproc_def", "preproc_function_def", "preproc_include", "preproc_call"];
    private static readonly string[] Leaving = ["return_statement", "throw_statement", "raise_statement", "break_statement", "continue_statement"];

    // Python's assignment is an expression inside a statement; what opens a block is no simple statement.
    private static readonly string[] Simple = ["expression_statement", "local_variable_declaration", "lexical_declaration", "variable_declaration", "declaration"];

    /// <summary>Whether it is a comment.</summary>
    public static bool IsComment(ISyntaxNode node) => Has(node, "comment");

    /// <summary>Whether white space inside it means something, or it is best left whole: text, characters, comments, directives.</summary>
    public static bool IsOpaque(ISyntaxNode node) =>
        IsComment(node) || Has(node, "string") || Has(node, "char_literal") || Has(node, "character_literal") || Has(node, "regex") || Has(node, "jsx") || IsDirective(node);

    /// <summary>Whether it is a line for the preprocessor whose words are not parsed.</summary>
    public static bool IsDirective(ISyntaxNode node) => Array.IndexOf(Directives, Checked(node).Kind) >= 0;

    /// <summary>Whether it is one word that names something.</summary>
    public static bool IsIdentifier(ISyntaxNode node) =>
        Checked(node).IsNamed && node.Kind.EndsWith("identifier", StringComparison.Ordinal) && !node.Children.Any();

    /// <summary>Whether an identifier is the parameter of a function that stands in the body of another one, which is a variable of its own.</summary>
    /// <param name="node">The identifier.</param>
    /// <param name="body">The body of the outer function.</param>
    public static bool IsParameterWithin(ISyntaxNode node, SourceSpan body)
    {
        var isFirst = true;
        for (var around = Checked(node).Parent; around is not null && around.Span.Start >= body.Start && around.Span.End <= body.End; around = around.Parent)
        {
            // "x => x + 1" has no list of parameters.
            isFirst &= around.Span.Start == node.Span.Start;
            if (Has(around, "parameter") || (isFirst && (Has(around, "arrow") || Has(around, "lambda"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is a number as it is written.</summary>
    public static bool IsNumber(ISyntaxNode node) =>
        Checked(node).IsNamed && node.Span.Length > 0 && (char.IsAsciiDigit(node.Text[0]) || (node.Text[0] == '.' && node.Span.Length > 1)) && !node.Children.Any(c => c.IsNamed);

    /// <summary>Whether it is a condition with branches.</summary>
    public static bool IsIf(ISyntaxNode node) => Checked(node).Kind is "if_statement" or "if_expression" && node.IsNamed;

    /// <summary>Whether it leaves a function.</summary>
    public static bool IsReturn(ISyntaxNode node) => Checked(node).Kind is "return_statement" or "return_expression";

    /// <summary>Whether nothing after it in its block runs.</summary>
    public static bool IsLeaving(ISyntaxNode node) => Array.IndexOf(Leaving, Checked(node).Kind) >= 0;

    /// <summary>Whether it is a statement that opens no block.</summary>
    public static bool IsSimple(ISyntaxNode node) => Array.IndexOf(Simple, Checked(node).Kind) >= 0;

    /// <summary>Whether it is a statement of any kind, blocks left out.</summary>
    public static bool IsStatement(ISyntaxNode node) =>
        IsSimple(node) || (Checked(node).IsNamed && node.Kind.EndsWith("_statement", StringComparison.Ordinal) && !Has(node, "block") && !Has(node, "compound"));

    /// <summary>Whether it is a comparison, whose value is a truth value.</summary>
    public static bool IsComparison(ISyntaxNode node) =>
        Checked(node).Kind is "comparison_operator"
        || (node.Kind == "binary_expression" && node.Field("operator")?.Kind is "<" or "<=" or ">" or ">=" or "==" or "!=" or "===" or "!==" or "~=");

    private static bool Has(ISyntaxNode node, string word) => Checked(node).Kind.Contains(word, StringComparison.Ordinal);

    private static ISyntaxNode Checked(ISyntaxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node;
    }
}
