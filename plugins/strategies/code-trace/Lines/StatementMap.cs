using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Strategies.CodeTrace.Lines;

/// <summary>
/// Where the statements of a program stand. A statement that takes several lines is one thing to a reader, whichever of its lines a
/// compiler marks. Immutable.
/// </summary>
internal sealed class StatementMap
{
    private readonly ImmutableArray<Part> _parts;
    private readonly ILookup<int, Part> _byLine;

    private StatementMap(ParsedProgram program)
    {
        var number = new Dictionary<SourceSpan, int>();
        var parts = new List<Part>();
        foreach (var node in program.Nodes.Where(StatementKinds.IsPart).OrderBy(n => n.Span.Start).ThenByDescending(n => n.Span.End))
        {
            var (around, inFunction) = Around(node, number);
            number[node.Span] = parts.Count;
            parts.Add(new Part(parts.Count, node.Span.StartLine, node.Span.EndLine, StatementKinds.IsCounted(node), StatementKinds.IsSimple(node), around, inFunction, Block(node), StatementKinds.IsOuter(node)));
        }

        _parts = [.. parts];
        _byLine = _parts.ToLookup(p => p.Line);
        IsKnown = !program.HasErrors && parts.Count > 0;
        IsDoubtful = program.Nodes.Any(StatementKinds.IsDoubtful);
    }

    /// <summary>Whether the program parses and has statements.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether it holds statements of which the text doesn't tell which of their lines run.</summary>
    public bool IsDoubtful { get; }

    /// <summary>Finds the statements of a program; <see langword="null"/> when its language has no grammar.</summary>
    public static StatementMap? Of(SourceFile source, IWorkbench workbench)
    {
        using var program = ParsedProgram.Of(source, workbench);
        return program is null ? null : new StatementMap(program);
    }

    /// <summary>Whether exactly one statement begins on a line, and none ends there that began above.</summary>
    public bool IsOne(int line) => _byLine[line].Count() == 1 && _byLine[line].Single() is { IsCounted: true } one && (one.EndLine == line || HoldsParts(one));

    /// <summary>Whether a line lies inside a statement that begins above it, so that it is no statement of its own.</summary>
    public bool IsInside(int line) => _byLine.Contains(line) ? _byLine[line].Any(p => IsPartOfSimple(p, line)) : Innermost(line) is { IsOuter: false };

    /// <summary>The first lines of the statements that run where a tracer stopped at some lines, ascending; <see langword="null"/> when it left out a statement that must have run.</summary>
    public ImmutableSortedSet<int>? Run(IReadOnlySet<int> stops)
    {
        ArgumentNullException.ThrowIfNull(stops);
        ImmutableSortedSet<int> lines = [.. stops.SelectMany(Counted)];
        var ran = _parts.Where(p => p.IsCounted && lines.Contains(p.Line)).ToList();
        return ran.All(p => HasRun(p.Around, p, lines)) && ran.GroupBy(p => p.Block).All(g => AllBefore(g.Key, g.Max(p => p.Number), lines)) ? lines : null;
    }

    private IEnumerable<int> Counted(int line)
    {
        var here = _byLine[line];
        return here.Any()
            ? here.Any(p => p.IsCounted) ? [line] : []
            : Innermost(line) is { IsCounted: true } part ? [part.Line] : [];
    }

    // Whoever is inside a statement has come through it, unless a function begins in between.
    private bool HasRun(int around, Part inside, ImmutableSortedSet<int> lines) =>
        around < 0 || inside.InFunction || (!_parts[around].IsCounted || lines.Contains(_parts[around].Line)) && HasRun(_parts[around].Around, _parts[around], lines);

    private bool AllBefore(SourceSpan block, int last, ImmutableSortedSet<int> lines) =>
        _parts.Where(p => p.Block == block && p.Number < last && p.IsCounted).All(p => lines.Contains(p.Line));

    // The branches of a `switch` that gives a value belong to the statement that uses it.
    private bool IsPartOfSimple(Part part, int line) =>
        part is { InFunction: false, Around: >= 0 } && _parts[part.Around] is var around
        && ((around.IsSimple && around.Line < line) || IsPartOfSimple(around, line));

    private bool HoldsParts(Part part) => _parts.Any(p => p.Around == part.Number);

    private Part? Innermost(int line) => _parts.Where(p => p.Line <= line && p.EndLine >= line).MaxBy(p => p.Number);

    // Of the two branches of an `if` one runs without the other.
    private static SourceSpan Block(ISyntaxNode node) => node.Parent is { Kind: not "if_statement" } parent ? parent.Span : node.Span;

    private static (int Part, bool InFunction) Around(ISyntaxNode node, Dictionary<SourceSpan, int> number)
    {
        var inFunction = false;
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            inFunction |= StatementKinds.IsFunction(around);
            if (number.TryGetValue(around.Span, out var part))
            {
                return (part, inFunction);
            }
        }

        return (-1, inFunction);
    }

    // Parts in the order of the text, outer ones first. Block: the node around it, whose other children run before or after it.
    private sealed record Part(int Number, int Line, int EndLine, bool IsCounted, bool IsSimple, int Around, bool InFunction, SourceSpan Block, bool IsOuter);
}
