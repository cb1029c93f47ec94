using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Writes the number wherever a named constant stood, and takes the constant away.</summary>
internal sealed partial class MagicNumbers : IDamage
{
    // Types that a number written alone has as well.
    private static readonly string[] OwnTypes = ["int", "number"];

    public string Id => "magic-numbers";

    public bool IsTextual => false;

    // Which numbers are meant is told, so others may stay.
    public bool Suits(ParsedProgram program) => true;

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var names = program.Nodes.Where(n => NodeKinds.IsIdentifier(n) && ConstantName().IsMatch(n.Text)).GroupBy(n => n.Text);
        var changes = ImmutableArray.CreateBuilder<(string, string)>();
        var groups = new List<TextEdit[]>();
        // A number that stands for something else too, or for two constants, doesn't tell what it means.
        var found = names.Select(g => (Name: g.Key, Constant: Constant(program, [.. g]))).Where(c => c.Constant is not null).Select(c => (c.Name, c.Constant!.Value.Number, c.Constant.Value.Edits)).ToList();
        foreach (var (name, number, edits) in found.Where(c => found.Count(o => o.Number == c.Number) == 1 && !IsElsewhere(program, c.Name, c.Number)))
        {
            groups.Add(edits);
            changes.Add((number, name));
        }

        return Edits.Done(program, groups) is { } done ? done with { Changes = changes.ToImmutable() } : null;
    }

    // In the code outside of the definition, or the name in a comment, which would tell it.
    private static bool IsElsewhere(ParsedProgram program, string name, string number) =>
        program.Nodes.Where(n => NodeKinds.IsNumber(n) && n.Text == number.TrimStart('-')).Any(n => !Regex.IsMatch(program.Lines[n.Span.StartLine - 1], $@"\b{name}\b\s*(?::\s*\w+\s*)?=|#define\s+{name}\b"))
        || program.Outline.Comments.Any(c => Regex.IsMatch(program.Slice(c), $@"\b{name}\b"));

    private static (string Number, TextEdit[] Edits)? Constant(ParsedProgram program, ImmutableArray<ISyntaxNode> places)
    {
        var (definition, uses) = (places[0], places.RemoveAt(0));
        if (uses.IsEmpty || !places.All(p => p.Kind == "identifier" && !IsMember(p)) || Statement(definition) is not { } statement || !program.IsAlone(Trimmed(program, statement.Span)))
        {
            return null;
        }

        var directives = string.Concat(program.Nodes.Where(n => NodeKinds.IsDirective(n) && n.Span != statement.Span).Select(n => n.Text));
        var number = Value(program, definition, statement);
        return number is null || uses.Any(u => u.Span.Start < statement.Span.End) || Regex.IsMatch(directives, $@"\b{definition.Text}\b")
            ? null
            : (number, [Without(program, statement.Span), .. uses.Select(u => new TextEdit(u.Span.Start, u.Span.End, number[0] == '-' ? $"({number})" : number))]);
    }

    // The definition stands by itself outside of functions: a directive, or a declaration of one name with a number.
    private static ISyntaxNode? Statement(ISyntaxNode definition)
    {
        if (NodeKinds.IsDirective(definition.Parent!))
        {
            return definition.Parent;
        }

        var node = definition.Parent;
        while (node is { Parent.Parent: not null } && !Encloses(node.Parent))
        {
            node = node.Parent;
        }

        return node;
    }

    private static bool Encloses(ISyntaxNode node) => node.Parent is null || node.Kind is "class_body" or "declaration_list" or "namespace_body";

    private static string? Value(ParsedProgram program, ISyntaxNode definition, ISyntaxNode statement)
    {
        var text = statement.Text.TrimEnd();
        var match = Definition().Match(text);
        if (!match.Success || match.Groups["name"].Value != definition.Text || match.Groups["head"].Value is var head && head.Contains('(', StringComparison.Ordinal))
        {
            return null;
        }

        var type = program.Nodes.FirstOrDefault(n => n.Kind.Contains("type", StringComparison.Ordinal) && !n.Kind.Contains("qualifier", StringComparison.Ordinal) && n.Span.Start >= statement.Span.Start && n.Span.End <= definition.Span.Start)?.Text;
        return type is null || OwnTypes.Contains(type) || (type is "double" && match.Groups["value"].Value.Contains('.', StringComparison.Ordinal)) ? match.Groups["value"].Value : null;
    }

    private static bool IsMember(ISyntaxNode node) =>
        node.Parent is { } parent && (parent.Kind.Contains("member", StringComparison.Ordinal) || parent.Kind.Contains("attribute", StringComparison.Ordinal) || parent.Kind == "field_access"
            || parent.Kind.Contains("scoped", StringComparison.Ordinal) || parent.Kind.Contains("case", StringComparison.Ordinal) || parent.Kind.Contains("keyword", StringComparison.Ordinal)
            || parent.Kind.Contains("global", StringComparison.Ordinal));

    // Some grammars count the line end to a directive.
    private static SourceSpan Trimmed(ParsedProgram program, SourceSpan span) => span with { End = span.End - (program.Slice(span).EndsWith('\n') ? 1 : 0) };

    private static TextEdit Without(ParsedProgram program, SourceSpan span) =>
        new(program.LineStart(span.Start), program.LineEnd(Trimmed(program, span).End), "");

    [GeneratedRegex("^[A-Z][A-Z0-9_]{2,}$")]
    private static partial Regex ConstantName();

    [GeneratedRegex(@"^(?<head>#define\s|[\w\s]*?)\s*\b(?<name>[A-Z][A-Z0-9_]+)\b(?:\s*:\s*number)?\s*=?\s*(?<value>-?\d[\d_]*(?:\.\d+)?)\s*;?$")]
    private static partial Regex Definition();
}
