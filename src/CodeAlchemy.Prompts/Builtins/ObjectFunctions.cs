using System.Globalization;
using System.Text.Json;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>object</c>.</summary>
internal static class ObjectFunctions
{
    public static Group Create() => new Group("object")
        .Add("default", "value:any default:any", c => c.Any(0) is null or string { Length: 0 } ? c.Any(1) : c.Any(0))
        .Add("eval", "value:any", Refuse)
        .Add("eval_template", "value:any", Refuse)
        .Add("format", "value:any format:text culture:text=null", Format)
        .Add("from_json", "json:text", c => Json.Read(c.Required(0)))
        .Add("has_key", "value:object key:text", c => c.Any(0) is ObjectValue members && c.Text(1) is { } key && members.Has(key))
        .Add("has_value", "value:object key:text", c => c.Any(0) is ObjectValue members && c.Text(1) is { } key && members.Get(key) is not null)
        .Add("keys", "value:any", c => c.Any(0) is null ? new ListValue() : new ListValue(c.Items(Keys(c))))
        .Add("kind", "value:any", c => c.Any(0) is null ? null : Names.Kind(c.Any(0)) ?? throw c.Unsupported($"The kind of {Names.Describe(c.Any(0)).ToLowerInvariant()} is not supported.", "Use `object.typeof`."))
        .Add("size", "value:any", Size)
        .Add("to_json", "value:any", c => c.Limited(Json.Write(c, c.Any(0))))
        .Add("typeof", "value:any", c => Names.Type(c.Any(0)))
        .Add("values", "value:any", Values);

    private static object? Refuse(BuiltinCall call) => throw call.Unsupported(
        "Templates in texts are not supported: the hash of a prompt could not cover them.", "Put the template into a file and `include` it.");

    private static object? Format(BuiltinCall call)
    {
        call.RefuseCulture(2);
        return call.Any(0) switch
        {
            null => string.Empty,
            DateTime => throw call.Unsupported("`object.format` of a date is not supported.", "Use `date.to_string`."),
            ObjectValue or CapturedText or char => throw call.Unsupported($"`object.format` of {Names.Describe(call.Any(0)).ToLowerInvariant()} is not supported.", "Write it as it is."),
            IFormattable value => call.Limited(value.ToString(call.Text(1) ?? string.Empty, CultureInfo.InvariantCulture)),
            var other => throw call.Error($"{Names.Describe(other)} has no format.", "Pass a number."),
        };
    }

    private static IEnumerable<string> Keys(BuiltinCall call) => call.Any(0) switch
    {
        DateTime or TimeSpan or CapturedText or PairValue => throw call.Unsupported($"The keys of {Names.Describe(call.Any(0)).ToLowerInvariant()} are not supported.", "Name its members."),
        var value => Members.Keys(value!),
    };

    private static object Size(BuiltinCall call) => call.Any(0) switch
    {
        string text => text.Length,
        ListValue list => list.Count,
        var value => Conversions.Sequence(value) is { } items ? call.Items(items).Count() : 0,
    };

    private static object Values(BuiltinCall call)
    {
        if (call.Any(0) is not { } owner)
        {
            return new ListValue();
        }

        var (context, span) = (call.Context, call.Span);
        return new ListValue(call.Items(Keys(call)).Select(key => Members.TryGet(context, owner, (string)key!, span, out var value) ? value : null));
    }
}
