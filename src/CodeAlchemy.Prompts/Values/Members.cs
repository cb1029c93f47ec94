using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;

namespace CodeAlchemy.Prompts.Values;

/// <summary>Members of values of every kind.</summary>
internal static class Members
{
    /// <summary>Reads a member; false when there is none.</summary>
    /// <exception cref="Abstractions.Hosting.ProblemException">Scriban would look into .NET here.</exception>
    public static bool TryGet(RenderContext context, object owner, string name, Span span, out object? value)
    {
        value = null;
        switch (owner)
        {
            case BuiltinObject builtin:
                return TryGetBuiltin(context, builtin, name, span, out value);
            case ObjectValue members:
                return members.TryGet(name, out value);
            case ListValue list:
                value = list.Member(name);
                return list.HasMember(name);
            case string text:
                value = name == "size" ? text.Length : null;
                return name == "size";
            case RangeValue range:
                value = name == "size" ? range.Count() : null;
                return name == "size";
            case PairValue pair:
                value = name switch { "key" => pair.Key, "value" => pair.Value, _ => null };
                return name is "key" or "value";
            case DateTime or TimeSpan:
                value = DateMembers.Get(owner, name) ?? throw Unknown(owner, name, span);
                return true;
            case CapturedText or FunctionValue:
                throw Unknown(owner, name, span);
            default:
                return false;
        }
    }

    /// <summary>Sets a member; false when it can't be written.</summary>
    public static bool TrySet(RenderContext context, object owner, string name, object? value, Span span)
    {
        switch (owner)
        {
            case BuiltinObject { Name: "date" } when name == "format" && value is string format:
                context.DateFormat = format;
                return true;
            case BuiltinObject:
                throw Faults.Unsupported(span, $"`{span.Text}` belongs to the builtin functions, which can't be changed.", "Set a variable of your own.");
            case ObjectValue members:
                return members.TrySet(name, value);
            case ListValue list:
                return name != "size" && list.TrySet(name, value);
            default:
                return false;
        }
    }

    /// <summary>Names of the members of a value, as <c>object.keys</c> lists them.</summary>
    public static IEnumerable<string> Keys(object owner) => owner switch
    {
        ObjectValue members => members.Names,
        ListValue list => ["size", .. list.Members?.Names ?? []],
        string or RangeValue => ["size"],
        _ => [],
    };

    private static bool TryGetBuiltin(RenderContext context, BuiltinObject builtin, string name, Span span, out object? value)
    {
        if (builtin.Name == "date" && name == "format")
        {
            value = context.DateFormat;
            return true;
        }

        if (builtin.TryGet(name, out value))
        {
            return true;
        }

        var remedy = NearestName.Find(name, builtin.Names) is { } nearest ? $"Did you mean `{builtin.Name}.{nearest}`?" : $"Known are {string.Join(", ", builtin.Names)}.";
        throw Faults.Error(span, $"There is no function `{builtin.Name}.{name}`.", remedy);
    }

    private static ProblemException Unknown(object owner, string name, Span span) => Faults.Unsupported(
        span, $"The member `{name}` of {Names.Describe(owner).ToLowerInvariant()} is not supported.",
        owner is CapturedText ? "Pass the captured text to a function, for example `string.size`." : "Use the functions for it.");
}
