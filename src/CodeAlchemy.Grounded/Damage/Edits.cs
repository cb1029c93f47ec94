using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Grounded.Damage;

/// <summary>What damages share. Pure.</summary>
internal static class Edits
{
    /// <summary>The items in a seeded order.</summary>
    public static List<T> Shuffle<T>(IEnumerable<T> items, IRandom random)
    {
        var left = items.ToList();
        for (var i = left.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (left[i], left[j]) = (left[j], left[i]);
        }

        return left;
    }

    /// <summary>Of edits in groups, the first groups that don't touch each other, at most so many.</summary>
    public static List<TextEdit[]> Apart(IEnumerable<TextEdit[]> groups, int most)
    {
        var taken = new List<TextEdit[]>();
        foreach (var group in groups)
        {
            if (taken.Count < most && !taken.Any(t => Touch(t, group)))
            {
                taken.Add(group);
            }
        }

        return taken;
    }

    /// <summary>The program with groups of edits done; <see langword="null"/> when there are none.</summary>
    public static DamagedProgram? Done(ParsedProgram program, IReadOnlyCollection<TextEdit[]> groups) =>
        groups.Count == 0 ? null : new DamagedProgram(TextEdits.Apply(program.Source.Text, groups.SelectMany(g => g)), groups.Count);

    /// <summary>A name that the program doesn't use, made of one by a number.</summary>
    public static string Fresh(string name, ISet<string> used)
    {
        var free = name;
        for (var i = 2; !used.Add(free); i++)
        {
            free = $"{name}{i}";
        }

        return free;
    }

    private static bool Touch(TextEdit[] one, TextEdit[] other) =>
        one.Min(e => e.Start) <= other.Max(e => e.End) && other.Min(e => e.Start) <= one.Max(e => e.End);
}
