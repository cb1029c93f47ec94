using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Puts returned values into variables first that are used nowhere else.</summary>
internal sealed class NeedlessTemporaries : IDamage
{
    private const int Most = 4;
    private static readonly string[] Names = ["result", "ret", "value", "output", "answer", "temp", "res"];

    public string Id => "needless-temporaries";

    public bool IsTextual => false;

    public bool Suits(ParsedProgram program) => !program.Nodes.Any(CodeSmells.IsNeedless);

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        if (LanguageForms.Of(program) is not { } forms)
        {
            return null;
        }

        var used = program.Names().ToHashSet();
        var groups = Edits.Shuffle(program.Nodes.Where(n => IsCandidate(program, n)), random)
            .Select(n => Change(program, n, forms, used, random)).OfType<TextEdit[]>();
        return Edits.Done(program, Edits.Apart(groups, Most));
    }

    private static bool IsCandidate(ParsedProgram program, ISyntaxNode node) =>
        NodeKinds.IsReturn(node) && node.Span.StartLine == node.Span.EndLine && program.IsAlone(node.Span) && Value(node) is { } value
        && value.Children.Any() && !NodeKinds.IsOpaque(value) && !value.Text.StartsWith('{') && IsBlock(node.Parent!)
        && !value.Kind.Contains("arrow", StringComparison.Ordinal) && !value.Kind.Contains("lambda", StringComparison.Ordinal);

    // Between braces, or where indentation makes the block, there is room for one more statement.
    private static bool IsBlock(ISyntaxNode parent) =>
        parent.Kind is "block" or "statement_block" or "compound_statement" or "constructor_body" || parent.Kind.EndsWith("_block", StringComparison.Ordinal);

    private static ISyntaxNode? Value(ISyntaxNode statement) => statement.Children.Where(c => c.IsNamed && !NodeKinds.IsComment(c)).ToList() is [var only] ? only : null;

    private static TextEdit[]? Change(ParsedProgram program, ISyntaxNode statement, LanguageForms forms, HashSet<string> used, IRandom random)
    {
        var value = Value(statement)!;
        var form = forms.Temporary.Length > 0 ? forms.Temporary : Typed(program, statement);
        if (form is null)
        {
            return null;
        }

        var name = Edits.Fresh(Names[random.Next(Names.Length)], used);
        return [new TextEdit(statement.Span.Start, statement.Span.End,
            $"{LanguageForms.Fill(form, name, value.Text)}\n{program.Indentation(statement.Span)}{statement.Text.Replace(value.Text, name, StringComparison.Ordinal)}")];
    }

    // The type is that of the function, where its head says it before the name alone.
    private static string? Typed(ParsedProgram program, ISyntaxNode statement)
    {
        for (var node = statement.Parent; node is not null; node = node.Parent)
        {
            if (node.Kind == "function_definition")
            {
                return node.Field("type") is { } type && node.Field("declarator")?.Kind == "function_declarator" ? $"{type.Text} {{name}} = {{value}};" : null;
            }
        }

        return null;
    }
}
