using System.Collections;
using System.Numerics;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;

namespace CodeAlchemy.Prompts.Values;

/// <summary>Takes values of the host over as values of the language. A container that is met twice stays one object.</summary>
internal sealed class HostValues(TemplateSource source)
{
    private Dictionary<object, object>? _seen;

    /// <exception cref="ProblemException">The value is of a kind that templates don't know.</exception>
    public object? Convert(object? value, string name) => value switch
    {
        null or string or bool or int or long or double or float or decimal or BigInteger or char => value,
        byte or sbyte or short or ushort => System.Convert.ToInt32(value, null),
        uint number => number <= int.MaxValue ? (object)(int)number : (long)number,
        ulong number => number <= long.MaxValue ? (object)(long)number : new BigInteger(number),
        DateTime date => date.Kind == DateTimeKind.Utc ? date : DateTime.SpecifyKind(date, DateTimeKind.Utc),
        DateTimeOffset date => date.UtcDateTime,
        TimeSpan => value,
        IReadOnlyDictionary<string, object?> members => Object(members, name),
        IDictionary<string, object?> members => Object(members, name),
        IReadOnlyDictionary<string, string> members => Object(members.Select(m => KeyValuePair.Create(m.Key, (object?)m.Value)), name),
        IEnumerable items => List(items, name),
        _ => throw new ProblemException(new Problem(
            "template-value", $"The variable `{name}` is a {value.GetType().Name}, which templates don't know.",
            "Pass texts, numbers, truth values, dates, lists and dictionaries of them.", ExitCode.Configuration, new TextLocation(source.Path))),
    };

    private object Object(IEnumerable<KeyValuePair<string, object?>> members, string name)
    {
        if (Seen(members, static () => new ObjectValue(), out var known))
        {
            return known;
        }

        foreach (var (key, member) in members)
        {
            ((ObjectValue)known).TrySet(key, Convert(member, $"{name}.{key}"));
        }

        return known;
    }

    private object List(IEnumerable items, string name)
    {
        if (Seen(items, static () => new ListValue(), out var known))
        {
            return known;
        }

        foreach (var item in items)
        {
            ((ListValue)known).Add(Convert(item, name));
        }

        return known;
    }

    private bool Seen(object container, Func<object> create, out object known)
    {
        _seen ??= new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        if (_seen.TryGetValue(container, out known!))
        {
            return true;
        }

        known = create();
        _seen.Add(container, known);
        return false;
    }
}
