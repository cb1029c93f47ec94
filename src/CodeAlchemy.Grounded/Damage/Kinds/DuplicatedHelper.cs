using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Copies a function under another name and lets some of its callers call the copy.</summary>
internal sealed class DuplicatedHelper : IDamage
{
    private const int FewestCalls = 2;
    private const int FewestLines = 3;
    private static readonly string[] Endings = ["2", "New", "Copy", "Again", "Impl"];

    public string Id => "duplicated-helper";

    public bool IsTextual => false;

    public bool Suits(ParsedProgram program) => CodeSmells.Copies(program).Count == 0;

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var renamings = Renaming.Of(program).Where(r => r.IsFunction).ToDictionary(r => r.Name);
        var candidates = program.Outline.Functions
            .Where(f => renamings.ContainsKey(f.Name) && program.Outline.Functions.Count(o => o.Name == f.Name) == 1 && f.Span.EndLine - f.Span.StartLine + 1 >= FewestLines && IsWhole(program, f)).ToList();
        foreach (var function in Edits.Shuffle(candidates, random))
        {
            if (Copy(program, function, renamings[function.Name], random) is { } damaged)
            {
                return damaged;
            }
        }

        return null;
    }

    // The function is all that stands on its lines, directly in the file or in a type.
    private static bool IsWhole(ParsedProgram program, OutlineFunction function) =>
        program.IsAlone(function.Span) && program.At(function.Span)?.Parent is { } parent
        && (parent.Parent is null || parent.Kind is "class_body" or "declaration_list");

    private static DamagedProgram? Copy(ParsedProgram program, OutlineFunction function, Renaming renaming, IRandom random)
    {
        // Behind the function, so that the copy is known where the language wants it to be.
        var calls = renaming.Places.Where(p => p.Start > function.Span.End && Directly(program, p)).ToImmutableArray();
        var outside = renaming.Places.Count(p => p.Start < function.Span.Start || p.Start > function.Span.End);
        if (calls.Length < 1 || outside < FewestCalls || outside != renaming.Places.Count(p => Directly(program, p) && (p.Start < function.Span.Start || p.Start > function.Span.End)))
        {
            return null;
        }

        var ending = Endings[random.Next(Endings.Length)];
        var name = Edits.Fresh(function.Name.Contains('_', StringComparison.Ordinal) ? $"{function.Name}_{ending.ToLowerInvariant()}" : function.Name + ending, program.Names().ToHashSet());
        var own = renaming.Places.Where(p => p.Start >= function.Span.Start && p.End <= function.Span.End).Select(p => new TextEdit(p.Start, p.End, name));
        var begin = program.LineStart(function.Span.Start);
        var copy = TextEdits.Apply(program.Slice(0, function.Span.End), own)[program.Slice(0, begin).Length..];
        var redirected = Edits.Shuffle(calls, random).Take(Math.Max(1, calls.Length / 2)).Select(p => new TextEdit(p.Start, p.End, name));
        var at = program.LineEnd(function.Span.End);
        var gap = program.IsBraced || program.Indentation(function.Span).Length > 0 ? "\n" : "\n\n";
        return new DamagedProgram(TextEdits.Apply(program.Source.Text, [new TextEdit(at, at, $"{gap}{copy}\n"), .. redirected]), 1, [(name, function.Name)]);
    }

    private static bool Directly(ParsedProgram program, SourceSpan place) =>
        program.At(place)?.Parent is { } parent && parent.Kind.Contains("call", StringComparison.Ordinal) | parent.Kind.Contains("invocation", StringComparison.Ordinal);
}
