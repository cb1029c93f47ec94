using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Whether a Python run takes the items of a set one after another: in which order they come is the interpreter's affair.</summary>
internal static class SetOrder
{
    /// <summary>Whether a line goes through a variable that holds a set of several items, or takes any one out of it.</summary>
    public static bool Matters(string language, SourceLines source, IEnumerable<TraceEvent> events)
    {
        if (language != "python")
        {
            return false;
        }

        var sets = events.SelectMany(e => e.Set).Where(v => v.Value.Type is "set" or "frozenset" && v.Value.Text.Contains(',', StringComparison.Ordinal)).Select(v => v.Name).Distinct().ToList();
        return sets.Count > 0 && Enumerable.Range(1, source.Count).Any(line => sets.Any(name => source.UsesAlone(line, name)
            && Regex.IsMatch(source[line], $@"\bin\s+(?:(?:list|tuple|enumerate|iter)\(\s*)?{Regex.Escape(name)}(?:\.copy\(\))?\s*[:)\]]|\b{Regex.Escape(name)}\.pop\(\)|\b(?:list|tuple|next|iter|join)\((?:iter\()?{Regex.Escape(name)}\)")
            && !Regex.IsMatch(source[line], $@"^\s*(?:if|elif|while)\b[^:]*\bin\s+{Regex.Escape(name)}\s*:")));
    }
}
