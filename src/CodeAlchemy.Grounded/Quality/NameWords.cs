using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Damage;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Quality;

/// <summary>Tells names that say something from those that don't. Pure.</summary>
internal static partial class NameWords
{
    private static readonly FrozenSet<string> Empty = new[]
    {
        "tmp", "temp", "foo", "bar", "baz", "qux", "func", "var", "data", "stuff", "thing", "obj", "fn", "process", "unused", "dummy", "spare", "leftover", "extra", "ignored", "ret", "res", "val", "arr",
    }.ToFrozenSet();

    // Single letters that have a meaning of long standing.
    private static readonly FrozenSet<string> Customary = new[] { "i", "j", "k", "n", "x", "y", "e", "a", "b", "s", "c" }.ToFrozenSet();

    /// <summary>The mean over the names that a program gives to functions, parameters and variables; 1 when it gives none.</summary>
    public static double Share(ParsedProgram program)
    {
        var names = Renaming.Of(program).Select(r => (r.Name, r.IsFunction)).Concat(program.Outline.Functions.Select(f => (f.Name, IsFunction: true))).Distinct().ToList();
        return names.Count == 0 ? 1 : names.Average(n => Worth(n.Name, n.IsFunction));
    }

    /// <summary>1 for a name made of words, 0.5 for a customary letter or an abbreviation, 0 for what says nothing.</summary>
    public static double Worth(string name, bool isFunction)
    {
        var words = Words().Matches(name).Select(m => m.Value.ToLowerInvariant()).ToList();
        return words.Any(w => w.Length >= 3 && Vowels().IsMatch(w) && !Empty.Contains(w)) ? 1
            : (Customary.Contains(name) && !isFunction) || words.Any(w => w.Length >= 2 && !Empty.Contains(w) && !Numbered().IsMatch(name)) ? 0.5
            : 0;
    }

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+")]
    private static partial Regex Words();

    [GeneratedRegex("[aeiouy]")]
    private static partial Regex Vowels();

    [GeneratedRegex(@"\d$")]
    private static partial Regex Numbered();
}
