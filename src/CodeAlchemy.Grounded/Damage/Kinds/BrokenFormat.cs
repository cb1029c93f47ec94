using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Spoils indentation, blank lines and spaces as far as the language lets them be spoilt.</summary>
internal sealed class BrokenFormat : IDamage
{
    private const int FewestPlaces = 10;

    private const string Symbols = "=+-*/%<>!&|^,;:?(){}[]";
    private static readonly string[] Widths = ["", " ", "   ", "  ", "\t", "     ", "      "];

    public string Id => "broken-format";

    public bool IsTextual => true;

    public bool Suits(ParsedProgram program) => LayoutHabits.AreEven(program);

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var edits = new List<TextEdit>();
        ISyntaxNode? before = null;
        var width = new string(' ', 1 + random.Next(3));
        width = width == program.Unit ? width + " " : width;
        foreach (var token in program.Tokens)
        {
            var start = before?.Span.End ?? 0;
            if (token.Span.Start > start || before is null)
            {
                edits.AddRange(Gap(program, before, token, start, width, random));
            }

            before = token;
        }

        return edits.Count < FewestPlaces ? null : new DamagedProgram(TextEdits.Apply(program.Source.Text, edits), edits.Count);
    }

    private static IEnumerable<TextEdit> Gap(ParsedProgram program, ISyntaxNode? before, ISyntaxNode token, int start, string width, IRandom random)
    {
        var gap = program.Slice(start, token.Span.Start);
        if (gap.Trim().Length > 0)
        {
            return [];
        }

        var after = gap.Contains('\n', StringComparison.Ordinal) ? Break(program, token, gap, width, random)
            : before is not null && gap == " " && CanJoin(before, token) && random.Next(5) > 0 ? "" : gap;
        return after == gap ? [] : [new TextEdit(start, token.Span.Start, after)];
    }

    private static string Break(ParsedProgram program, ISyntaxNode token, string gap, string width, IRandom random)
    {
        var lines = gap.Count(c => c == '\n');
        var blank = lines > 1 && random.Next(4) == 0 ? 2 : lines == 1 && program.IsBraced && random.Next(12) == 0 ? 2 : 1;
        var indentation = gap[(gap.LastIndexOf('\n') + 1)..];
        return new string('\n', blank) + Indentation(program, token, indentation, width, random);
    }

    // A directive stands at the beginning of its line; where indentation makes the blocks only its width can change.
    private static string Indentation(ParsedProgram program, ISyntaxNode token, string indentation, string width, IRandom random)
    {
        if (token.Text.StartsWith('#') && program.IsBraced)
        {
            return indentation;
        }

        if (program.IsBraced)
        {
            return random.Next(3) == 0 ? indentation : Widths[random.Next(Widths.Length)];
        }

        // Lines inside brackets may stand between two steps.
        var (steps, rest) = Math.DivRem(indentation.Length, program.Unit.Length);
        return string.Concat(Enumerable.Repeat(width, steps)) + new string(' ', rest);
    }

    private static bool CanJoin(ISyntaxNode before, ISyntaxNode token)
    {
        var (left, right) = (before.Text[^1], token.Text[0]);
        return !NodeKinds.IsComment(token) && !NodeKinds.IsDirective(token) && !NodeKinds.IsDirective(before) && !NodeKinds.IsComment(before)
            && Symbols.Contains(left, StringComparison.Ordinal) != Symbols.Contains(right, StringComparison.Ordinal) && !"@#.".Contains(left, StringComparison.Ordinal) && !"@#.".Contains(right, StringComparison.Ordinal);
    }
}
