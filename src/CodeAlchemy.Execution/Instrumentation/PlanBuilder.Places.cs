using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <content>The places of insertions.</content>
internal sealed partial class PlanBuilder
{
    private const int EnterRank = 0;
    private const int CatchRank = 1;
    private const int WrapRank = 2;
    private const int IterationRank = 3;
    private const int StatementRank = 4;
    private const int ValueRank = 5;

    // What ends at a place comes before what begins there; of what ends, the inner comes first; of what begins, the outer.
    private static (int Phase, int Nesting, int Rank) Opens(SourceSpan span, int rank) => (1, -span.Length, rank);

    private static (int Phase, int Nesting, int Rank) Closes(SourceSpan span, int rank) => (0, span.Length, -rank);

    private void AddFrames()
    {
        foreach (var function in _functions.Where(f => !f.IsWhole))
        {
            Insert("enter", function.Variant, function.Body.Start + 1, function.Line, (-1, 0, EnterRank), function, essential: true);
            Insert("end", function.Variant, function.Body.End - 1, function.Body.EndLine, (0, int.MaxValue, 0), function);
        }

        foreach (var node in _captures.Distinct("catch"))
        {
            if (BodyOf(node.Span) is { } function)
            {
                Insert("catch", node.Property("variant"), node.Span.Start + 1, node.Span.StartLine, (1, int.MinValue + 1, CatchRank), function);
            }
        }
    }

    private void AddStatements()
    {
        var silent = _captures.Spans("nostatement");
        foreach (var node in _captures.Distinct("statement"))
        {
            if (BodyOf(node.Span) is { } function && !silent.Contains(node.Span))
            {
                Insert("statement", node.Property("variant"), node.Span.Start, node.Span.StartLine, Opens(node.Span, StatementRank), function);
            }
        }

        foreach (var node in _captures.Distinct("condition"))
        {
            if (BodyOf(node.Span) is { } function)
            {
                Around("condition", node, node.Span, function, ValueRank);
            }
        }
    }

    private void AddBodies()
    {
        foreach (var node in _captures.Distinct("body"))
        {
            if (BodyOf(node.Span) is { } function && !IsUnfunction(node.Span, function))
            {
                Around("body", node, node.Span, function, WrapRank);
            }
        }

        var lines = _captures.ByMatch("iteration.line");
        foreach (var node in _captures.Distinct("iteration"))
        {
            if (BodyOf(node.Span) is { } function)
            {
                var line = lines.TryGetValue(node.Match, out var found) ? found.Span.StartLine : node.Span.StartLine;
                var inBlock = node.Property("block") is not null;
                var order = inBlock ? (1, int.MinValue + 1, IterationRank) : Opens(node.Span, IterationRank);
                Insert("iteration", node.Property("variant"), node.Span.Start + (inBlock ? 1 : 0), line, order, function);
            }
        }
    }

    private void AddReturns()
    {
        var statements = _captures.ByMatch("return");
        var pure = _captures.Spans("return.pure");
        foreach (var node in _captures.Of("return.pure").DistinctBy(n => n.Span.Start))
        {
            if (BodyOf(node.Span) is { Result: null } function && statements.TryGetValue(node.Match, out var statement))
            {
                InsertPure(node, statement, function);
            }
        }

        foreach (var node in _captures.Distinct("return.value"))
        {
            if (BodyOf(node.Span) is { } function && (function.Result is not null || !pure.Contains(node.Span)))
            {
                var isStatement = statements.TryGetValue(node.Match, out var statement);
                if (!isStatement && IsUnfunction(node.Span, function))
                {
                    continue;
                }

                var line = isStatement ? statement.Span.StartLine : node.Span.StartLine;
                Around("return", node with { Span = node.Span with { StartLine = line } }, node.Span, function, ValueRank);
            }
        }
    }

    private void InsertPure(CapturedNode value, CapturedNode statement, PlannedFunction function)
    {
        if (_insertions.Find("return.pure", value.Property("variant")) is { } template)
        {
            var text = value.Node.Text.ReplaceLineEndings(" ");
            _planned.Add(new PlannedInsertion
            {
                Template = template.With("name", text),
                Offset = statement.Span.Start,
                Line = statement.Span.StartLine,
                Order = Opens(statement.Span, ValueRank),
                Function = function,
                Group = new InsertionGroup(),
            });
        }
    }

    private void Around(string name, CapturedNode node, SourceSpan span, PlannedFunction function, int rank)
    {
        var variant = node.Property("variant") ?? (name == "return" ? function.Result : null);
        var group = new InsertionGroup();
        Insert($"{name}.before", variant, span.Start, node.Span.StartLine, Opens(span, rank), function, group);
        Insert($"{name}.after", variant, span.End, node.Span.StartLine, Closes(span, rank), function, group);
    }
}
