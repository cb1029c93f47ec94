using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The function <c>array.sort</c>: stable, null first, values of one kind only.</summary>
internal static class Sorting
{
    public static object Sort(BuiltinCall call)
    {
        if (call.Any(0) is null)
        {
            return RangeValue.None;
        }

        if (call.Sequence(0) is not { } sequence)
        {
            return new ListValue([call.Any(0)]);
        }

        var items = call.Items(sequence).ToList();
        var member = call.Text(1);
        var comparer = Comparer<object?>.Create((a, b) => Compare(call, a, b));
        return new ListValue(string.IsNullOrEmpty(member)
            ? items.OrderBy(i => i, comparer)
            : items.OrderBy(i => Key(call, i, member), comparer));
    }

    private static object? Key(BuiltinCall call, object? item, string member) =>
        TryGet(call, item, member, out var value) ? value : member.Contains('.') ? ByPath(call, item, member.Split('.')) : null;

    private static object? ByPath(BuiltinCall call, object? item, string[] path)
    {
        foreach (var member in path)
        {
            if (!TryGet(call, item, member, out item))
            {
                return null;
            }
        }

        return item;
    }

    private static bool TryGet(BuiltinCall call, object? item, string member, out object? value)
    {
        value = null;
        return item is not null && Members.TryGet(call.Context, item, member, call.Span, out value);
    }

    private static int Compare(BuiltinCall call, object? left, object? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        if (left is string a && right is string b)
        {
            return CultureGuard.Compare(a, b) ?? throw call.Unsupported(
                $"The order of `{a}` and `{b}` depends on the culture of the machine.", "Sort in code, or sort by a member of lower-case letters and digits.");
        }

        return left.GetType() == right.GetType() && left is IComparable comparable
            ? comparable.CompareTo(right)
            : throw call.Error($"{Names.Describe(left)} and {Names.Describe(right)} can't be put in order.", "Sort values of one kind, or by a member.");
    }
}
