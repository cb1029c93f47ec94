using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Grounded.Asking;

/// <summary>
/// Compares what functions return in two versions of a program, for those that both have under the same name with as many
/// parameters. A rewrite may call a function more or less often; where both call it with the same arguments, it must give the same. Pure.
/// </summary>
public static class ReturnedValues
{
    /// <summary>Compares two traces of the same case.</summary>
    /// <param name="before">Outline of the original.</param>
    /// <param name="original">Its trace.</param>
    /// <param name="after">Outline of the rewrite.</param>
    /// <param name="rewrite">Its trace.</param>
    /// <returns>How many functions could be compared, and the first difference as a sentence.</returns>
    public static (int Functions, string? Difference) Compare(SourceOutline before, Trace original, SourceOutline after, Trace rewrite)
    {
        var (old, now) = (Calls(before, original), Calls(after, rewrite));
        var compared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, results) in old.Where(o => now.ContainsKey(o.Key)))
        {
            compared.Add(key.Function);
            var others = now[key];

            // More than the arguments decides where results vary; then only runs of equal length can be told apart.
            var vary = results.Distinct().Count() > 1 || others.Distinct().Count() > 1;
            if (vary ? results.Count == others.Count && !results.SequenceEqual(others) : results[0] != others[0])
            {
                var at = results.Zip(others).TakeWhile(p => p.First == p.Second).Count();
                return (compared.Count, $"`{key.Function}({key.Arguments})` returns `{others[at]}` instead of `{results[at]}`");
            }
        }

        return (compared.Count, null);
    }

    private static SortedDictionary<(string Function, string Arguments), List<string>> Calls(SourceOutline outline, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var calls = new SortedDictionary<(string, string), List<string>>();
        var known = outline.Functions.CountBy(f => f.Name).Where(f => f.Value == 1).Select(f => f.Key).ToImmutableHashSet();
        foreach (var call in CallGraph.Of(trace).Calls.Where(c => !c.IsElsewhere && known.Contains(c.ShortName) && IsPlain(c)))
        {
            var key = (call.ShortName, string.Join(", ", call.Arguments.Select(a => a.Value.Text)));
            if (!calls.TryGetValue(key, out var results))
            {
                calls[key] = results = [];
            }

            results.Add(call.Returned!.Text);
        }

        return calls;
    }

    private static bool IsPlain(CallRecord call) =>
        call is { Returned: not null, Unwound: false, IsResumed: false } && Literals.IsPlain(call.Returned) && call.Arguments.All(a => Literals.IsPlain(a.Value));
}
