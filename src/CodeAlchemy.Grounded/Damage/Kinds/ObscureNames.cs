using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Programs;
using CodeAlchemy.Grounded.Quality;

namespace CodeAlchemy.Grounded.Damage.Kinds;

/// <summary>Gives functions, parameters and variables names that say nothing.</summary>
internal sealed class ObscureNames : IDamage
{
    private const int ShortestMeaning = 3;
    private const int FewestNames = 3;

    private static readonly string[] ShortWords = ["at", "by", "to", "up", "in", "on", "of", "it", "id", "no", "ok", "is", "my"];
    private static readonly string[] Abbreviations = ["ans", "cnt", "num", "nums", "str", "lst", "sol", "elem"];

    private static readonly (string Variable, string Function)[] Schemes = [("", "f"), ("x", "fn"), ("tmp", "do"), ("var", "func"), ("v", "f"), ("data", "process"), ("a", "g")];

    public string Id => "obscure-names";

    public bool IsTextual => false;

    // Names that stay must not be as bad as those that are put in, and those that come back must say something.
    public bool Suits(ParsedProgram program) => Renaming.Of(program) is var names && !(names.Any(n => IsSnake(n.Name)) && names.Any(n => IsCamel(n.Name)))
        && names.All(r => Tells(r) || (r.Name.Length < ShortestMeaning && (ShortWords.Contains(r.Name) || (r.Name.Length == 1 && NameWords.Worth(r.Name, r.IsFunction) > 0))));

    public DamagedProgram? Apply(ParsedProgram program, IRandom random)
    {
        var remarks = string.Join('\n', Documents.Of(program).Select(program.Slice));
        var chosen = Renaming.Of(program).Where(r => Tells(r) && !IsTold(r.Name, remarks)).ToList();
        if (chosen.Count < FewestNames)
        {
            return null;
        }

        var used = Words(program);
        var scheme = Schemes[random.Next(Schemes.Length)];
        var numbers = new Dictionary<bool, int>();
        var changes = ImmutableArray.CreateBuilder<(string, string)>();
        var edits = new List<TextEdit>();
        foreach (var renaming in chosen)
        {
            var to = Next(scheme, renaming.IsFunction, numbers, used);
            changes.Add((to, renaming.Name));
            edits.AddRange(renaming.Places.Select(p => new TextEdit(p.Start, p.End, to)));
        }

        return new DamagedProgram(TextEdits.Apply(program.Source.Text, edits), chosen.Count, changes.ToImmutable());
    }

    // Names in two manners are no good ones either.
    private static bool IsSnake(string name) => name.Contains('_', StringComparison.Ordinal) && name.Any(char.IsAsciiLetterLower);

    private static bool IsCamel(string name) => name.Any(char.IsAsciiLetterLower) && name.Skip(1).Any(char.IsAsciiLetterUpper);

    private static bool Tells(Renaming renaming) =>
        renaming.Name.Length >= ShortestMeaning && NameWords.Worth(renaming.Name, renaming.IsFunction) >= 1 && !char.IsAsciiDigit(renaming.Name[^1]) && !Abbreviations.Contains(renaming.Name);

    // A name that a comment quotes, documents as a parameter or writes in the manner of code would be told by it; a word of prose is a hint only.
    private static bool IsTold(string name, string remarks) =>
        Regex.IsMatch(remarks, $@"(?:param(?:eter)?\b[^\n]{{0,20}}|[`'""“‘])\b{name}\b") || ((name.Contains('_', StringComparison.Ordinal) || name.Skip(1).Any(char.IsAsciiLetterUpper)) && Regex.IsMatch(remarks, $@"\b{name}\b"));

    private static string Next((string Variable, string Function) scheme, bool isFunction, Dictionary<bool, int> numbers, HashSet<string> used)
    {
        while (true)
        {
            var number = numbers[isFunction] = numbers.GetValueOrDefault(isFunction) + 1;
            var name = isFunction ? scheme.Function + Text(number) : scheme.Variable.Length > 0 ? scheme.Variable + Text(number) : Letters(number);
            if (used.Add(name))
            {
                return name;
            }
        }
    }

    // After the single letters come numbered ones: pairs of letters are keywords too often.
    private static string Letters(int number) => number <= 26 ? ((char)('a' + number - 1)).ToString() : $"{(char)('a' + ((number - 1) % 26))}{Text((number - 1) / 26)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Words in texts and directives count too: they may be names in another guise.
    private static HashSet<string> Words(ParsedProgram program) =>
        [.. Regex.Matches(program.Source.Text, @"\w+").Select(m => m.Value)];
}
