using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Writes the return of a comparison as a condition with two returns.</summary>
internal sealed partial class VerboseBooleans : IDamage
{
    private const int Most = 4;

    public string Id => "verbose-booleans";

    public bool IsTextual => false;

    public bool Suits(ParsedProgram program) => !program.Nodes.Any(IsRoundabout);

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        if (LanguageForms.Of(program.Source.Language) is not { } forms)
        {
            return null;
        }

        var groups = program.Nodes.Where(n => NodeKinds.IsReturn(n) && program.IsAlone(n.Span)).Select(n => Change(program, n, forms)).OfType<TextEdit[]>();
        return Edits.Done(program, Edits.Apart(groups, Most));
    }

    private static bool IsRoundabout(ISyntaxNode node)
    {
        if (!NodeKinds.IsIf(node))
        {
            return (node.Kind.Contains("conditional", StringComparison.Ordinal) || node.Kind.Contains("ternary", StringComparison.Ordinal)) && Choice().IsMatch(node.Text);
        }

        var otherwise = Branches.Else(node) is { } no ? Branches.Only(no) : node.Parent!.Children.SkipWhile(c => c.Span != node.Span).Skip(1).FirstOrDefault(c => c.IsNamed && !NodeKinds.IsComment(c));
        return node.Field("consequence") is { } yes && CodeSmells.IsTruth(Branches.Only(yes)) && CodeSmells.IsTruth(otherwise);
    }

    private static TextEdit[]? Change(ParsedProgram program, ISyntaxNode statement, LanguageForms forms)
    {
        if (statement.Children.Where(c => c.IsNamed).ToList() is not [var value] || !NodeKinds.IsComparison(value) || value.Span.StartLine != value.Span.EndLine)
        {
            return null;
        }

        var indentation = program.Indentation(statement.Span);
        var inner = indentation + program.Unit;
        var end = statement.Text.EndsWith(';') ? ";" : "";
        var text = program.IsBraced
            ? $"if ({value.Text}) {{\n{inner}return {forms.True}{end}\n{indentation}}} else {{\n{inner}return {forms.False}{end}\n{indentation}}}"
            : $"if {value.Text}:\n{inner}return {forms.True}\n{indentation}else:\n{inner}return {forms.False}";
        return [new TextEdit(statement.Span.Start, statement.Span.End, text)];
    }

    [GeneratedRegex(@"\?\s*(?:true|false|1|0)\s*:\s*(?:true|false|1|0)$|^(?:True|False) if .* else (?:True|False)$")]
    private static partial Regex Choice();
}
