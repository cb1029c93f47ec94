using System.Text;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>array</c>. Most of them compute their items while they are read.</summary>
internal static class ArrayFunctions
{
    public static Group Create() => new Group("array")
        .Add("add", "list:sequence value:any", c => c.Sequence(0) is { } items ? new ListValue([.. c.Items(items), c.Any(1)]) : new RangeValue([c.Any(1)]))
        .Add("add_range", "list1:sequence list2:sequence", Concat)
        .Add("any", "list:sequence function:any args:any...", Any)
        .Add("compact", "list:sequence", c => Lazily(c, items => items.Where(i => i is not null)))
        .Add("concat", "list1:sequence list2:sequence", Concat)
        .Add("contains", "list:sequence item:any", c => c.Sequence(0) is { } items && c.Items(items).Any(i => Equals(i, c.Any(1))))
        .Add("cycle", "list:list group:any=null", Cycle)
        .Add("each", "list:sequence function:any", c => Apply(c, (f, items) => items.Select(i => Calls.Call(c.Context, c.Caller, f, i))))
        .Add("filter", "list:sequence function:any", c => Apply(c, (f, items) => items.Where(i => Conversions.ToBool(Calls.Call(c.Context, c.Caller, f, i)))))
        .Add("first", "list:sequence", c => c.Sequence(0)?.FirstOrDefault())
        .Add("insert_at", "list:sequence index:int value:any", InsertAt)
        .Add("join", "list:sequence delimiter:text function:any=null", c => Join(c, c.Sequence(0), c.Text(1), c.Any(2)))
        .Add("last", "list:sequence", c => c.Sequence(0) is { } items ? c.Items(items).LastOrDefault() : null)
        .Add("limit", "list:sequence count:int", c => Lazily(c, items => Limit(items, c.Int(1))))
        .Add("map", "list:any member:text", Map)
        .Add("offset", "list:sequence index:int", c => Lazily(c, items => items.Skip(Math.Max(0, c.Int(1)))))
        .Add("remove_at", "list:list index:int", RemoveAt)
        .Add("reverse", "list:sequence", c => c.Sequence(0) is null ? new ListValue() : Lazily(c, items => items.Reverse()))
        .Add("size", "list:sequence", c => c.Any(0) switch { ListValue list => list.Count, _ => c.Sequence(0) is { } items ? c.Items(items).Count() : 0 })
        .Add("sort", "list:any member:text=null", Sorting.Sort)
        .Add("uniq", "list:sequence", c => Lazily(c, items => items.Distinct()));

    private static RangeValue? Lazily(BuiltinCall call, Func<IEnumerable<object?>, IEnumerable<object?>> change) =>
        call.Sequence(0) is { } items ? RangeValue.Over(change(call.Items(items)), call.Any(0)) : null;

    // Looks at the item behind the last one too, as Scriban does: functions in the sequence run for it.
    private static IEnumerable<object?> Limit(IEnumerable<object?> items, int count)
    {
        foreach (var item in items)
        {
            if (count-- <= 0)
            {
                break;
            }

            yield return item;
        }
    }

    private static RangeValue? Concat(BuiltinCall call) => (call.Sequence(0), call.Sequence(1)) switch
    {
        (null, null) => null,
        ({ } first, null) => RangeValue.Over(first, call.Any(0)),
        (null, { } second) => RangeValue.Over(second, call.Any(1)),
        ({ } first, { } second) => RangeValue.Over(call.Items(first.Concat(second)), call.Any(0), call.Any(1)),
    };

    private static FunctionValue Function(BuiltinCall call, object? value) =>
        value as FunctionValue ?? throw call.Error($"{Names.Describe(value)} is not a function.", "Write `@` before the name of a function, or `do; ret …; end`.");

    private static RangeValue? Apply(BuiltinCall call, Func<FunctionValue, IEnumerable<object?>, IEnumerable<object?>> apply)
    {
        if (call.Sequence(0) is not { } items)
        {
            return null;
        }

        return call.Any(1) is null
            ? RangeValue.Over(items, call.Any(0))
            : new RangeValue(apply(Function(call, call.Any(1)), call.Items(items))) { CallsFunctions = true };
    }

    private static object? Any(BuiltinCall call)
    {
        if (call.Sequence(0) is not { } items || call.Any(1) is not FunctionValue function)
        {
            return false;
        }

        var rest = (ListValue)call.Any(2)!;
        return call.Items(items).Any(i => Calls.Call(call.Context, call.Caller, function, [i, .. rest]) is true);
    }

    private static object? Cycle(BuiltinCall call)
    {
        if (call.Any(0) is not ListValue list)
        {
            return null;
        }

        var group = call.Any(1) is null ? Join(call, list, ",", null) : call.Context.Text(call.Any(1), call.Span) ?? string.Empty;
        var index = list.Count == 0 ? 0 : call.Context.Cycles.GetValueOrDefault(group) % list.Count;
        call.Context.Cycles[group] = list.Count == 0 ? 0 : index + 1;
        return list[index];
    }

    private static object InsertAt(BuiltinCall call)
    {
        var list = new ListValue(call.Sequence(0) is { } items ? call.Items(items) : []);
        var index = Math.Max(0, call.Int(1));
        if (index > list.Count)
        {
            call.Context.EnterLoop();
            call.Context.StepLoop(call.Span, index - list.Count);
            call.Context.ExitLoop();
            list[index - 1] = null;
        }

        list.Insert(index, call.Any(2));
        return list;
    }

    private static string Join(BuiltinCall call, IEnumerable<object?>? items, string? delimiter, object? function)
    {
        if (items is null)
        {
            return string.Empty;
        }

        var by = function is null ? null : Function(call, function);
        var text = new StringBuilder();
        var first = true;
        foreach (var item in call.Items(items))
        {
            text.Append(first ? null : delimiter);
            first = false;
            var part = call.Context.Text(item, call.Span);
            text.Append(by is null ? part : call.Context.Text(Calls.Call(call.Context, call.Caller, by, part), call.Span));
            call.Context.CheckLength(text.Length, call.Span);
        }

        return text.ToString();
    }

    private static object Map(BuiltinCall call)
    {
        var member = call.Text(1);
        if (call.Any(0) is null || member is null)
        {
            return RangeValue.None;
        }

        var items = call.Sequence(0) is { } sequence ? call.Items(sequence) : [call.Any(0)];
        return RangeValue.Over(
            items.Where(i => HasMember(i, member)).Select(i => Members.TryGet(call.Context, i!, member, call.Span, out var value) ? value : null), call.Any(0));
    }

    private static bool HasMember(object? item, string name) => item switch
    {
        ObjectValue members => members.Has(name),
        ListValue list => list.Members?.Has(name) == true,
        PairValue => name is "key" or "value",
        string or RangeValue => name == "size",
        DateTime or TimeSpan => DateMembers.Get(item, name) is not null,
        _ => false,
    };

    private static object RemoveAt(BuiltinCall call)
    {
        var list = call.Any(0) is ListValue given ? new ListValue(call.Items(given)) : new ListValue();
        var index = call.Int(1) < 0 ? list.Count + call.Int(1) : call.Int(1);
        if (index >= 0 && index < list.Count)
        {
            list.RemoveAt(index);
        }

        return list;
    }
}
