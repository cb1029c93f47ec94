using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>
/// A name that a program gives itself and that can be another one throughout the file: a function, parameter or variable that
/// is defined here, means one thing, and stands nowhere as the name of a member, of an argument, of an import or of anything the outside can see.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="IsFunction">Whether it names a function.</param>
/// <param name="Places">Where it stands, in the order of the text.</param>
internal sealed record Renaming(string Name, bool IsFunction, ImmutableArray<SourceSpan> Places)
{
    private static readonly string[] Outside = ["keyword", "label", "annotation", "decorator", "enum", "import", "export", "break", "continue", "record", "pair"];
    private static readonly string[] Members = ["attribute", "field", "member", "scoped", "qualified", "method_reference"];
    private static readonly string[] Binders = ["declarator", "assignment", "for", "pattern", "parameter", "range", "named_expression"];
    private static readonly string[] BinderFields = ["left", "name", "declarator", "pattern"];

    /// <summary>All such names, in the order in which they come first.</summary>
    public static ImmutableArray<Renaming> Of(ParsedProgram program)
    {
        var directives = string.Join('\n', program.Nodes.Where(NodeKinds.IsDirective).Select(n => n.Text));
        var heads = program.Outline.Functions.ToLookup(f => f.Name);
        return
        [
            .. program.Nodes.Where(NodeKinds.IsIdentifier).GroupBy(n => n.Text).Where(g => g.Count() > 1 && IsPlain(g.Key))
                .Where(g => g.All(n => IsOwn(n, program)) && !Regex.IsMatch(directives, $@"\b{g.Key}\b"))
                .Select(g => (Group: g, IsFunction: g.Any(n => IsHead(n, heads[g.Key]))))
                .Where(x => x.IsFunction ? !x.Group.Any(n => IsAnother(n, heads[n.Text], program)) : x.Group.Any(n => Binds(n, program)))
                .Select(x => new Renaming(x.Group.Key, x.IsFunction, [.. x.Group.Select(n => n.Span)])),
        ];
    }

    private static bool IsPlain(string name) =>
        name is not ("main" or "self" or "this" or "cls" or "args" or "argv" or "argc" or "exports" or "module" or "constructor") && !name.StartsWith('_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool IsOwn(ISyntaxNode node, ParsedProgram program)
    {
        if (node.Kind != "identifier" || program.Outline.Imports.Any(i => i.Span.Start <= node.Span.Start && node.Span.End <= i.Span.End))
        {
            return false;
        }

        var parent = node.Parent!;
        var isFirst = parent.Children.First().Span == node.Span;
        return !Contains(parent.Kind, Outside)
            && !(parent.Kind.Contains("keyword", StringComparison.Ordinal) && isFirst)
            && (isFirst || (!Contains(parent.Kind, Members) && !(parent.Kind == "method_invocation" && parent.Field("name")?.Span == node.Span)))
            && !IsExported(parent);
    }

    // What is exported has its name for others; what is only declared has it from others.
    private static bool IsExported(ISyntaxNode? node)
    {
        for (var depth = 0; node is not null && depth < 3 && !node.Kind.Contains("parameters", StringComparison.Ordinal); node = node.Parent, depth++)
        {
            if (node.Kind.StartsWith("export", StringComparison.Ordinal) || node.Kind.StartsWith("ambient", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHead(ISyntaxNode node, IEnumerable<OutlineFunction> functions) =>
        functions.Any(f => f.Span.Start <= node.Span.Start && node.Span.End <= f.Parameters.Start);

    // A variable that is called like a function is another thing; a declaration of the function is not.
    private static bool IsAnother(ISyntaxNode node, IEnumerable<OutlineFunction> functions, ParsedProgram program) =>
        !IsHead(node, functions) && !node.Parent!.Kind.Contains("function", StringComparison.Ordinal) && Binds(node, program);

    private static bool Binds(ISyntaxNode node, ParsedProgram program)
    {
        var parent = node.Parent!;
        return (Contains(parent.Kind, Binders) && BinderFields.Any(f => parent.Field(f)?.Span == node.Span))
            || (parent.Kind is "pattern_list" or "tuple_pattern" && parent.Parent is { } around && Contains(around.Kind, Binders))
            || program.Outline.Functions.Any(f => f.Parameters.Start <= node.Span.Start && node.Span.End <= f.Parameters.End && parent.Span == f.Parameters);
    }

    private static bool Contains(string kind, string[] words) => words.Any(w => kind.Contains(w, StringComparison.Ordinal));
}
