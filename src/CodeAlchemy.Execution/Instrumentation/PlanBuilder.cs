using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>Turns the captures of a query into a plan (see docs/instrumentation.md). One use.</summary>
internal sealed partial class PlanBuilder
{
    private readonly SyntaxTree _tree;
    private readonly InsertionSet _insertions;
    private readonly CaptureTable _captures;
    private readonly SpanSet _scopes;
    private readonly SpanSet _unfunctions;
    private readonly List<PlannedInsertion> _planned = [];
    private readonly List<PlannedFunction> _functions = [];
    private readonly List<PlannedRecord> _records = [];
    private readonly List<string> _skipped = [];
    private readonly Dictionary<(int Start, int End), PlannedFunction> _functionBySpan = [];
    private SpanSet _functionSpans = new([]);

    private PlanBuilder(SyntaxTree tree, InsertionSet insertions, CaptureTable captures)
    {
        _tree = tree;
        _insertions = insertions;
        _captures = captures;
        _scopes = captures.Spans("scope");
        _unfunctions = captures.Spans("nofunction");
    }

    /// <summary>Makes the plan of a tree.</summary>
    public static InstrumentationPlan Build(SyntaxTree tree, string query, InsertionSet insertions, CancellationToken cancellationToken)
    {
        var builder = new PlanBuilder(tree, insertions, new CaptureTable(tree.Matches(query, cancellationToken)));
        builder.AddFunctions();
        builder.AddVariables();
        builder.AddRecords();
        builder.AddFrames();
        builder.AddStatements();
        builder.AddBodies();
        builder.AddReturns();
        return builder.Finish();
    }

    private InstrumentationPlan Finish() => new(
        _tree.Utf8,
        [.. _planned.OrderBy(i => i.Offset).ThenBy(i => i.Order)],
        [.. _functions],
        [.. _records],
        [.. _skipped]);

    private void AddFunctions()
    {
        var names = _captures.ByMatch("function.name");
        var bodies = _captures.ByMatch("function.body");
        var types = _captures.ByMatch("function.type");
        var owners = _captures.ByMatch("function.owner");
        var starts = _captures.ByMatch("function.start");
        foreach (var group in _captures.Of("function").GroupBy(f => (f.Span.Start, f.Span.End)).OrderBy(g => g.Key.Start))
        {
            var function = group.First();
            var body = Part(group, bodies);
            var name = Part(group, names);
            var shown = name?.Node.Text ?? group.Select(f => f.Property("name")).FirstOrDefault(n => n is not null) ?? "<function>";
            if (Part(group, owners) is { } owner)
            {
                shown = owner.Node.Text + (group.Select(f => f.Property("join")).FirstOrDefault(j => j is not null) ?? ".") + shown;
            }

            if (body is null || _unfunctions.Contains(body.Value.Span))
            {
                continue;
            }

            if (function.Node.HasError)
            {
                _skipped.Add(shown);
                continue;
            }

            Add(
                function.Span,
                body.Value,
                Part(group, starts),
                name,
                shown,
                function.Property("type") ?? Part(group, types)?.Node.Text + function.Property("suffix"),
                group.Select(f => f.Property("result")).FirstOrDefault(r => r is not null),
                group.Select(f => f.Property("variant")).FirstOrDefault(v => v is not null));
        }

        _functionSpans = new SpanSet(_functions.Select(f => f.Span));
    }

    private void Add(
        SourceSpan span, CapturedNode body, CapturedNode? start, CapturedNode? name, string shown, string type, string? result, string? variant)
    {
        var function = new PlannedFunction
        {
            Name = shown,
            Type = type,
            Result = result,
            Variant = variant,
            Line = (name ?? body).Span.StartLine,
            Span = span,
            Body = start is { } opening ? body.Span with { Start = opening.Span.End - 1 } : body.Span,
            IsWhole = start is null && body.Span.Start == span.Start && body.Span.End == span.End,
        };
        _functions.Add(function);
        _functionBySpan[(span.Start, span.End)] = function;
    }

    private static CapturedNode? Part(IEnumerable<CapturedNode> group, Dictionary<int, CapturedNode> parts)
    {
        foreach (var node in group)
        {
            if (parts.TryGetValue(node.Match, out var part))
            {
                return part;
            }
        }

        return null;
    }

    private PlannedFunction? FunctionOf(SourceSpan span) =>
        _functionSpans.Innermost(span.Start, span.End) is { } found ? _functionBySpan[(found.Start, found.End)] : null;

    // The innermost function in whose body a place is; a closure in a parameter list belongs to nobody, and one that is the place
    // itself (a returned one) stands in the body around it.
    private PlannedFunction? BodyOf(SourceSpan span) =>
        _functionSpans.Around(span.Start, span.End).Where(s => s.Start != span.Start || s.End != span.End).Select(s => _functionBySpan[(s.Start, s.End)]).FirstOrDefault() is { } function
        && (function.IsWhole || (span.Start > function.Body.Start && span.End < function.Body.End)) ? function : null;

    // Whether the innermost brackets around a place are those of what is no function: it ends nothing and gives nothing.
    private bool IsUnfunction(SourceSpan span, PlannedFunction function) =>
        _unfunctions.Innermost(span.Start, span.End) is { } around && around.Start > function.Body.Start;

    private void Insert(
        string name, string? variant, int offset, int line, (int Phase, int Nesting, int Rank) order, PlannedFunction? function,
        InsertionGroup? group = null, bool essential = false, PlannedRecord? record = null)
    {
        if (_insertions.Find(name, variant) is not { } template)
        {
            return;
        }

        _planned.Add(new PlannedInsertion
        {
            Template = template,
            Offset = offset,
            Line = line,
            Order = order,
            Function = function,
            Record = record,
            Essential = essential,
            Group = group ?? new InsertionGroup(),
        });
    }
}
