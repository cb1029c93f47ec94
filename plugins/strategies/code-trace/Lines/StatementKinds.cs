using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Strategies.CodeTrace.Lines;

/// <summary>Tells by the kinds of nodes which statements a reader would say run, and which only order the text. Pure.</summary>
internal static class StatementKinds
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "return_statement", "throw_statement", "raise_statement", "break_statement", "continue_statement", "if_statement", "elif_clause",
        "for_in_statement", "for_range_loop", "enhanced_for_statement", "switch_statement", "switch_expression", "match_statement",
        "with_statement", "assert_statement", "delete_statement", "pass_statement", "yield_statement", "synchronized_statement",
        "explicit_constructor_invocation", "co_return_statement", "co_yield_statement",
    };

    private static readonly HashSet<string> Declarations = new(StringComparer.Ordinal)
    {
        "declaration", "local_variable_declaration", "lexical_declaration", "variable_declaration",
    };

    private static readonly HashSet<string> Clauses = new(StringComparer.Ordinal)
    {
        "elif_clause", "else_clause", "except_clause", "except_group_clause", "catch_clause", "finally_clause", "case_clause",
        "switch_case", "switch_default", "switch_rule", "switch_block_statement_group", "static_initializer",
    };

    private static readonly string[] Types = ["class", "struct", "union", "enum_", "interface", "record", "namespace", "decorated"];

    // Not every tracer stops at both ends of such statements, and a jump leaves the order of the text.
    private static readonly HashSet<string> Doubtful = new(StringComparer.Ordinal) { "do_statement", "goto_statement" };

    private static readonly HashSet<string> Literals = new(StringComparer.Ordinal)
    {
        "string", "concatenated_string", "string_literal", "ellipsis", "integer", "number", "none", "true", "false",
    };

    /// <summary>Whether it is a statement or a part of the text that holds some, such as a clause, a label or a definition.</summary>
    public static bool IsPart(ISyntaxNode node) => node.IsNamed && !IsInHead(node)
        && (IsStatement(node.Kind) || Clauses.Contains(node.Kind) || IsDefinition(node.Kind) || Plain.Contains(node.Kind));

    /// <summary>Whether it is a statement that does something when it runs.</summary>
    public static bool IsCounted(ISyntaxNode node) =>
        Plain.Contains(node.Kind)
        || (node.Kind is "for_statement" or "while_statement" && !IsEndless(node))
        || (node.Kind == "expression_statement" && !IsIdle(node))
        || (Declarations.Contains(node.Kind) && HasValue(node) && !IsFixed(node));

    /// <summary>Whether it is a statement that holds no others, but for those of a function or of an expression inside it.</summary>
    public static bool IsSimple(ISyntaxNode node) =>
        node.Kind is "return_statement" or "throw_statement" or "expression_statement" or "yield_statement" || Declarations.Contains(node.Kind);

    /// <summary>Whether it can't be told from the text which of its lines run.</summary>
    public static bool IsDoubtful(ISyntaxNode node) =>
        Doubtful.Contains(node.Kind)
        || (node.Kind == "declaration" && IsLocal(node) && node.Children.Any(c => c.Kind.EndsWith("function_declarator", StringComparison.Ordinal)))
        || (node.Kind == "case_clause" && node.Field("consequence") is { } body && body.Span.StartLine == node.Span.StartLine);

    /// <summary>Whether it is where a function begins, so that what is inside runs at another time.</summary>
    public static bool IsFunction(ISyntaxNode node) => node.IsNamed && !node.Kind.EndsWith("declarator", StringComparison.Ordinal)
        && (node.Kind is "method_definition" or "method_declaration" || node.Kind.EndsWith("constructor_declaration", StringComparison.Ordinal)
            || node.Kind.Contains("function", StringComparison.Ordinal) || node.Kind.Contains("lambda", StringComparison.Ordinal));

    /// <summary>Whether lines inside it, outside statements, stand for something of their own: members, constants of an enumeration, decorators, the end of a function.</summary>
    public static bool IsOuter(ISyntaxNode node) => IsFunction(node) || Types.Any(t => node.Kind.Contains(t, StringComparison.Ordinal));

    private static bool IsStatement(string kind) => kind.EndsWith("_statement", StringComparison.Ordinal) && kind != "compound_statement";

    private static bool IsDefinition(string kind) =>
        kind.EndsWith("_definition", StringComparison.Ordinal) || kind is "struct_specifier" or "class_specifier" or "enum_specifier" or "union_specifier"
        || (kind.EndsWith("declaration", StringComparison.Ordinal) && !kind.Contains("parameter", StringComparison.Ordinal));

    // A declaration in the head of a loop belongs to the loop.
    private static bool IsInHead(ISyntaxNode node) =>
        node.Parent is { Kind: "for_statement" or "for_range_loop" or "if_statement" or "while_statement" or "condition_clause" or "init_statement" } && Declarations.Contains(node.Kind);

    private static bool IsEndless(ISyntaxNode node) => node.Field("condition") is { } condition
        ? condition.Text.Trim('(', ')', ' ') is "true" or "True" or "1" or ";" or ""
        : node.Kind == "while_statement" || node.Field("left") is null;

    // A text or a number that stands alone, such as a docstring, or a name with its type and no value.
    private static bool IsIdle(ISyntaxNode node) => node.Children.FirstOrDefault(c => c.IsNamed) is { } only
        && (Literals.Contains(only.Kind) || (only.Kind == "assignment" && only.Field("right") is null));

    private static bool HasValue(ISyntaxNode node) => node.Children.Any(c => c.Kind == "init_declarator" || (c.Kind == "variable_declarator" && c.Field("value") is not null));

    // Given its value before the program begins: outside functions in C, or static.
    private static bool IsFixed(ISyntaxNode node) =>
        node.Kind == "declaration" && (!IsLocal(node) || node.Children.Any(c => c.Kind == "storage_class_specifier" && c.Text is "static" or "extern"));

    private static bool IsLocal(ISyntaxNode node)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            if (around.Kind == "compound_statement")
            {
                return true;
            }
        }

        return false;
    }
}
