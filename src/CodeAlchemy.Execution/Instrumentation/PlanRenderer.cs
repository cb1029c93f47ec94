using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>Writes the text of a plan without what is dropped.</summary>
internal sealed class PlanRenderer(InstrumentationPlan plan, InsertionSet insertions)
{
    // Beyond this many the oldest declarations of a function are not shown, so that the text stays proportional to the program.
    private const int MostVariables = 64;

    /// <summary>Renders what is left of the plan.</summary>
    public RenderedText Render()
    {
        var active = plan.Insertions.Where(i => !i.Dropped).ToArray();
        var texts = new List<TextEdit>(active.Length);
        var ranges = new List<ImmutableArray<(int, int, PlannedVariable)>>(active.Length);
        foreach (var insertion in active)
        {
            var (text, variables) = Fill(insertion);
            texts.Add(new TextEdit(insertion.Offset, insertion.Offset, text));
            ranges.Add(variables);
        }

        var utf8 = TextEdits.Apply(plan.Utf8.Span, texts, out var starts);
        var rendered = active.Select((insertion, i) =>
            new RenderedInsertion(insertion, starts[i], starts[i] + Encoding.UTF8.GetByteCount(texts[i].Text), ranges[i]));
        return new RenderedText(utf8, [.. rendered]);
    }

    private (string Text, ImmutableArray<(int Start, int End, PlannedVariable Variable)> Ranges) Fill(PlannedInsertion insertion)
    {
        var text = new StringBuilder();
        var ranges = ImmutableArray.CreateBuilder<(int, int, PlannedVariable)>();
        foreach (var (part, isPlaceholder) in insertion.Template.Parts)
        {
            if (!isPlaceholder)
            {
                text.Append(part);
            }
            else if (part == "variables" && insertion.Function is { } function)
            {
                AppendVariables(text, ranges, function, insertion.Offset);
            }
            else
            {
                text.Append(Value(part, insertion));
            }
        }

        return (text.ToString(), ranges.ToImmutable());
    }

    private void AppendVariables(
        StringBuilder text, ImmutableArray<(int Start, int End, PlannedVariable Variable)>.Builder ranges, PlannedFunction function, int offset)
    {
        foreach (var variable in Visible(function, offset))
        {
            if (insertions.Find("variable", variable.Variant) is { } template)
            {
                var shown = template.Fill(name => name switch
                {
                    "name" => variable.Name,
                    "slot" => Number(variable.Slot),
                    "records" => Records(offset),
                    _ => string.Empty,
                });
                var start = Encoding.UTF8.GetByteCount(text.ToString());
                ranges.Add((start, start + Encoding.UTF8.GetByteCount(shown), variable));
                text.Append(shown);
            }
        }
    }

    private static IEnumerable<PlannedVariable> Visible(PlannedFunction function, int offset)
    {
        var bySlot = new Dictionary<int, PlannedVariable>();
        foreach (var variable in function.Variables)
        {
            // A name that shadows another hides it even before it can be shown itself.
            if (variable.Declared <= offset && offset < variable.ScopeEnd)
            {
                bySlot[variable.Slot] = variable;
            }
        }

        return bySlot.Values.Where(v => offset < v.DroppedFrom && v.VisibleFrom <= offset).OrderBy(v => v.Declared).ThenBy(v => v.Slot).TakeLast(MostVariables);
    }

    private string Value(string placeholder, PlannedInsertion insertion) => placeholder switch
    {
        "line" => Number(insertion.Line),
        "name" => insertion.Record?.Name ?? insertion.Function?.Name.ReplaceLineEndings(" ") ?? string.Empty,
        "type" => insertion.Function?.Type.ReplaceLineEndings(" ") ?? string.Empty,
        "slots" => Number(Math.Max(1, insertion.Function?.Slots.Count ?? 0)),
        "names" => Names(insertion.Function),
        "scope" => Scope(insertion),
        "index" => Number(insertion.Record?.Index ?? 0),
        "record" => insertion.Record?.Name ?? string.Empty,
        "parameters" => insertion.Record?.Parameters.ReplaceLineEndings(" ") ?? string.Empty,
        "fields" => Fields(insertion),
        "records" => Records(insertion.Offset),
        "forwards" => insertion.Record is { Local: false } ? Each("record.declare", Later(insertion.Offset)) : string.Empty,
        _ => string.Empty,
    };

    // Names whose scope covers the place, one bit per slot: a name that was shown and is no longer in scope is gone.
    private static string Scope(PlannedInsertion insertion)
    {
        ulong scope = 0;
        foreach (var variable in insertion.Function?.Variables ?? [])
        {
            if (variable.Slot < 64 && variable.Declared <= insertion.Offset && insertion.Offset < variable.ScopeEnd)
            {
                scope |= 1UL << variable.Slot;
            }
        }

        return "0x" + scope.ToString("x", CultureInfo.InvariantCulture);
    }

    private string Names(PlannedFunction? function) =>
        insertions.Find("name") is { } template && function is not null
            ? string.Concat(function.Slots.Select(slot => template.Fill(name => name == "name" ? slot : string.Empty)))
            : string.Empty;

    private string Fields(PlannedInsertion insertion) =>
        string.Concat(insertion.Record!.Fields.Select(field =>
            insertions.Find("field", field.Variant)?.Fill(name => name switch
            {
                "name" => field.Name,
                "record" => insertion.Record.Name,
                "records" => Records(insertion.Offset),
                _ => string.Empty,
            })));

    private string Records(int offset) =>
        Each("record.entry", plan.Records.Where(r => !r.Dropped && r.Span.End <= offset && offset < r.ScopeEnd)) + Each("record.forward", Declared(offset));

    // Later records are declared by the first record's insertion.
    private IEnumerable<PlannedRecord> Declared(int offset) =>
        plan.Records.Any(r => !r.Dropped && !r.Local && r.Span.End <= offset) ? Later(offset) : [];

    private IEnumerable<PlannedRecord> Later(int offset) => plan.Records.Where(r => !r.Dropped && r.Forward && r.Span.End > offset);

    private string Each(string template, IEnumerable<PlannedRecord> records) =>
        insertions.Find(template) is not { } found
            ? string.Empty
            : string.Concat(records.Select(r => found.Fill(name => name == "index" ? Number(r.Index) : name is "name" or "record" ? r.Name : string.Empty)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
