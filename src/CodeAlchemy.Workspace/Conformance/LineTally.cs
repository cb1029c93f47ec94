using System.Collections.Immutable;
using System.Globalization;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>Adds up how traces and the independent counter agree on lines. Not thread-safe.</summary>
internal sealed class LineTally
{
    private const int Shown = 1000;
    private readonly List<string> _differences = [];

    public long Compared { get; private set; }

    public long Agreeing { get; private set; }

    public long CountsCompared { get; private set; }

    public long CountsAgreeing { get; private set; }

    public ImmutableArray<string> Differences => [.. _differences];

    /// <summary>Notes a program whose lines could not be compared.</summary>
    public void NoteMissing(string path, string why) => _differences.Add($"{path}: not compared: {why}");

    /// <summary>Adds one program.</summary>
    /// <param name="path">The program.</param>
    /// <param name="traced">Line → line events of the trace.</param>
    /// <param name="counted">Line → count; all executable lines.</param>
    /// <param name="single">Lines that hold one statement.</param>
    public void Add(
        string path, IReadOnlyDictionary<int, long> traced, IReadOnlyDictionary<int, long> counted, IReadOnlySet<int> single)
    {
        foreach (var line in counted.Keys.Union(traced.Keys).Order())
        {
            var left = traced.GetValueOrDefault(line);
            var right = counted.GetValueOrDefault(line);
            Compared++;
            var same = (left > 0) == (right > 0);
            Agreeing += same ? 1 : 0;
            if (single.Contains(line))
            {
                CountsCompared++;
                CountsAgreeing += left == right ? 1 : 0;
                same &= left == right;
            }

            if (!same && _differences.Count < Shown)
            {
                _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{line} traced {left}, counted {right}"));
            }
        }
    }
}
