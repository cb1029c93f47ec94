using System.Collections.Immutable;
using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Puts in variables that nothing uses and branches that are never taken.</summary>
internal sealed class DeadCode : IDamage
{
    private const int Most = 5;

    // Names like others, so that it is what is done with them that tells.
    private static readonly string[] Names = ["offset", "limit", "step", "width", "level", "margin", "mode", "bonus", "rounds", "bound"];

    public string Id => "dead-code";

    public bool IsTextual => false;

    public bool Suits(ParsedProgram program) => !DeadParts.Any(program);

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        if (LanguageForms.Of(program) is not { } forms)
        {
            return null;
        }

        // Not before the first statement: it may be a call that has to come first, or a directive. Behind a return not every language takes a statement.
        var places = program.Outline.Functions.SelectMany(f => UpToReturn(program.Statements(f)).Skip(1)).DistinctBy(s => s.Span.Start).Where(s => program.BeginsLine(s.Span));
        var used = program.Names().ToHashSet();
        var groups = Edits.Shuffle(places, random).Take(2 + random.Next(Most - 1)).Select((s, i) => Insertion(program, s.Span, forms, Edits.Fresh(Names[random.Next(Names.Length)], used), i, random));
        return Edits.Done(program, [.. groups]);
    }

    private static IEnumerable<ISyntaxNode> UpToReturn(ImmutableArray<ISyntaxNode> statements) =>
        statements.Take(statements.TakeWhile(s => !NodeKinds.IsReturn(s)).Count() + 1);

    private static TextEdit[] Insertion(ParsedProgram program, SourceSpan place, LanguageForms forms, string name, int number, IRandom random)
    {
        var indentation = program.Indentation(place);
        var variable = LanguageForms.Fill(forms.Number, name, random.Next(100).ToString(CultureInfo.InvariantCulture));
        var text = number % 2 == 0 ? $"{indentation}{variable}\n"
            : program.IsBraced ? $"{indentation}if ({forms.False}) {{\n{indentation}{program.Unit}{variable}\n{indentation}}}\n"
            : $"{indentation}if {forms.False}{forms.Then}\n{indentation}{program.Unit}{variable}\n{(forms.End.Length == 0 ? "" : $"{indentation}{forms.End}\n")}";
        var at = program.LineStart(place.Start);
        return [new TextEdit(at, at, text)];
    }
}
