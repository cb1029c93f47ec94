using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <content>Variables, their visibility, and records.</content>
internal sealed partial class PlanBuilder
{
    private void AddVariables()
    {
        var declarations = _captures.ByMatch("declaration");
        var assigned = _captures.Of("assigned").Select(n => (Name: n.Node.Text, n.Span)).GroupBy(a => a.Name)
            .ToDictionary(g => g.Key, g => g.Select(a => a.Span).OrderBy(s => s.Start).ToArray());
        var (loops, branches) = (_captures.Spans("loop"), _captures.Spans("branch"));
        var hidden = _captures.Spans("hidden");
        foreach (var node in _captures.Distinct("definition"))
        {
            if (FunctionOf(node.Span) is not { } function || hidden.Innermost(node.Span.Start, node.Span.End) is not null)
            {
                continue;
            }

            var name = node.Node.Text;
            var slot = function.Slots.IndexOf(name);
            if (slot < 0)
            {
                slot = function.Slots.Count;
                function.Slots.Add(name);
            }

            var isParameter = node.Span.Start < function.Body.Start;
            var end = isParameter ? function.Body.End : ScopeEnd(node.Span, function);
            var declared = isParameter ? function.Body.Start : declarations.TryGetValue(node.Match, out var d) ? d.Span.End : node.Span.End;
            var bare = !isParameter && node.Property("bare") is not null;
            function.Variables.Add(new PlannedVariable
            {
                Name = name,
                Slot = slot,
                Variant = node.Property("variant"),
                Declared = declared,
                VisibleFrom = bare ? FirstValue(assigned.GetValueOrDefault(name) ?? [], declared, end, loops, branches) : declared,
                ScopeEnd = end,
            });
        }
    }

    private int ScopeEnd(SourceSpan definition, PlannedFunction function) =>
        _scopes.Innermost(definition.Start, definition.End) is { } scope && scope.Start >= function.Body.Start ? scope.End : function.Body.End;

    // A value given inside a loop that does not hold the declaration is there in the next round from the loop's start; one that is given
    // in a branch is there for certain behind all of them.
    private static int FirstValue(SourceSpan[] assigned, int declared, int scopeEnd, SpanSet loops, SpanSet branches)
    {
        var first = assigned.FirstOrDefault(s => s.Start >= declared && s.End <= scopeEnd);
        if (first.End == 0)
        {
            return int.MaxValue;
        }

        var loop = loops.Around(first.Start, first.End).Where(l => l.Start >= declared).Select(l => (SourceSpan?)l).LastOrDefault();
        var branch = branches.Around(first.Start, first.End).Where(b => b.Start >= declared).Select(b => (SourceSpan?)b).LastOrDefault();
        return loop?.Start ?? branch?.End ?? first.End;
    }

    private void AddRecords()
    {
        var names = _captures.ByMatch("record.name");
        var bodies = _captures.ByMatch("record.body");
        var parameters = _captures.ByMatch("record.parameters");
        foreach (var node in _captures.Of("record").GroupBy(r => (r.Span.Start, r.Span.End)).Select(g => g.First()).OrderBy(r => r.Span.Start))
        {
            if (node.Node.HasError || !names.TryGetValue(node.Match, out var name) || !bodies.TryGetValue(node.Match, out var body))
            {
                continue;
            }

            var function = FunctionOf(node.Span);
            var record = new PlannedRecord
            {
                Index = _records.Count,
                Name = node.Property("prefix") + name.Node.Text,
                Parameters = parameters.TryGetValue(node.Match, out var list) ? list.Node.Text : string.Empty,
                Forward = function is null && node.Property("forward") is not null,
                Span = node.Span,
                Body = body.Span,
                ScopeEnd = function is null ? int.MaxValue : ScopeEnd(node.Span, function),
                Local = function is not null,
            };
            _records.Add(record);
            Insert("record", null, node.Span.End, node.Span.EndLine, Closes(node.Span, 0), function, record: record);
            Insert("record.body", null, body.Span.End - 1, body.Span.EndLine, (0, int.MaxValue, 0), function, record: record);
        }

        AddFields();
    }

    private void AddFields()
    {
        var lists = new SpanSet(_captures.Of("fields").Concat(_captures.Of("record.body")).Select(n => n.Span));
        var byBody = _records.ToDictionary(r => (r.Body.Start, r.Body.End));
        var hidden = _captures.Spans("hidden");
        foreach (var field in _captures.Distinct("field"))
        {
            if (hidden.Innermost(field.Span.Start, field.Span.End) is null
                && lists.Innermost(field.Span.Start, field.Span.End) is { } list
                && byBody.TryGetValue((list.Start, list.End), out var record))
            {
                record.Fields.Add((field.Node.Text, field.Property("variant")));
            }
        }
    }
}
