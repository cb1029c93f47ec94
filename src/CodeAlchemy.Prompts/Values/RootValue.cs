using System.Diagnostics.CodeAnalysis;

namespace CodeAlchemy.Prompts.Values;

/// <summary>The variables the host passed. They are taken over one by one when they are read; what a template sets stays in the rendering.</summary>
internal sealed class RootValue(IReadOnlyDictionary<string, object?> values, HostValues host) : ObjectValue
{
    private bool _complete;

    public override int Count => Complete().Count();

    public override IEnumerable<string> Names => Complete();

    public override bool TryGet(string name, [MaybeNullWhen(false)] out object? value)
    {
        if (base.TryGet(name, out value))
        {
            return true;
        }

        if (!values.TryGetValue(name, out var given))
        {
            return false;
        }

        value = host.Convert(given, name);
        TrySet(name, value);
        return true;
    }

    private IEnumerable<string> Complete()
    {
        if (!_complete)
        {
            _complete = true;
            foreach (var name in values.Keys)
            {
                TryGet(name, out _);
            }
        }

        return base.Names;
    }
}
