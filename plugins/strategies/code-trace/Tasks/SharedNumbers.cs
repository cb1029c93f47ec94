using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Numbers the objects that several variables hold, from 1 in the order in which a trace first shows them. Others have no number.</summary>
internal sealed class SharedNumbers
{
    private readonly Dictionary<int, int> _numbers = [];

    /// <summary>Finds the shared objects of a trace.</summary>
    public SharedNumbers(IEnumerable<TraceEvent> events)
    {
        var seen = new List<int>();
        var holders = new Dictionary<int, HashSet<(int, string)>>();
        foreach (var (frame, name, alias) in events.SelectMany(Shown))
        {
            if (!holders.TryGetValue(alias, out var known))
            {
                holders[alias] = known = [];
                seen.Add(alias);
            }

            if (name.Length > 0)
            {
                known.Add((frame, name));
            }
        }

        foreach (var alias in seen.Where(a => holders[a].Count > 1))
        {
            _numbers[alias] = _numbers.Count + 1;
        }
    }

    /// <summary>The event with the new numbers.</summary>
    public TraceEvent Apply(TraceEvent e) => e with { Set = [.. e.Set.Select(v => v with { Value = Numbered(v.Value) })], Value = e.Value is { } value ? Numbered(value) : null };

    private TraceValue Numbered(TraceValue value) => value with { Alias = _numbers.GetValueOrDefault(value.Alias) };

    // In the order in which renderings show them: what is returned comes before what changed with it.
    private static IEnumerable<(int Frame, string Name, int Alias)> Shown(TraceEvent e) =>
        (e.Value is { Alias: > 0 } returned ? new[] { (e.Frame, "", returned.Alias) } : [])
        .Concat(e.Set.Where(v => v.Value.Alias > 0).Select(v => (e.Frame, v.Name, v.Value.Alias)));
}
