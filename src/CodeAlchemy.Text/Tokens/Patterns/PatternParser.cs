using System.Collections.Immutable;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>
/// Reads the part of Oniguruma's syntax that tokenizers use: characters, classes, <c>\s \d \p{…}</c>, groups, <c>(?i:…)</c> over plain
/// ASCII text, alternatives, greedy and possessive quantifiers, and a look ahead of one character. The rest is refused by name.
/// </summary>
internal sealed class PatternParser
{
    /// <summary>What the parser reads, for messages.</summary>
    public const string Supported = "characters, classes, \\s \\d \\p{…}, groups, (?i:…) over ASCII, |, greedy and possessive quantifiers, (?=x) and (?!x) of one character";

    private const int MostRepeats = 1000;
    private const int Deepest = 50;
    private readonly PatternReader _text;
    private int _depth;

    private PatternParser(string pattern) => _text = new PatternReader(pattern);

    /// <summary>The pattern's tree.</summary>
    /// <exception cref="PatternProblem">It is wrong or has something that isn't supported.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var node = parser.Choice(ignoreCase: false);
        return parser._text.AtEnd ? node : throw parser._text.Problem("has a ')' too many");
    }

    private PatternNode Choice(bool ignoreCase)
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        do
        {
            parts.Add(Row(ignoreCase));
        }
        while (_text.Take('|'));
        return parts.Count == 1 ? parts[0] : new PatternNode.Choice(parts.ToImmutable());
    }

    private PatternNode Row(bool ignoreCase)
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        var before = '\0';
        while (!_text.AtEnd && !_text.Sees('|') && !_text.Sees(')'))
        {
            var start = _text.Next;
            parts.Add(Quantified(Part(ignoreCase)));
            CaseFolding.RefuseLigature(ignoreCase, before, start, _text);
            before = start;
        }

        return parts.Count == 1 ? parts[0] : new PatternNode.Row(parts.ToImmutable());
    }

    private PatternNode Part(bool ignoreCase)
    {
        if (_text.Take('('))
        {
            return Group(ignoreCase);
        }

        var set = _text.Take('[') ? ClassParser.Class(_text, ignoreCase)
            : _text.Take('\\') ? ClassParser.Escape(_text, ignoreCase)
            : _text.Take('.') ? new CharacterSet([('\n', '\n')], inverted: true)
            : "^$*+?{".Contains(_text.Next, StringComparison.Ordinal) ? throw _text.Problem($"has '{_text.Next}' where it isn't supported")
            : CaseFolding.Single(_text.Rune(), ignoreCase, _text);
        return new PatternNode.One(set);
    }

    private PatternNode Group(bool ignoreCase)
    {
        if (++_depth > Deepest)
        {
            throw _text.Problem("has groups too deep");
        }

        var node = _text.Take("?i:") ? Choice(ignoreCase: true)
            : _text.Take("?:") ? Choice(ignoreCase)
            : _text.Take("?=") ? Ahead(ignoreCase, expected: true)
            : _text.Take("?!") ? Ahead(ignoreCase, expected: false)
            : _text.Sees('?') ? throw _text.Problem("has a group of an unsupported kind")
            : Choice(ignoreCase);
        _depth--;
        return _text.Take(')') ? node : throw _text.Problem("lacks a ')'");
    }

    private PatternNode.Ahead Ahead(bool ignoreCase, bool expected) =>
        Choice(ignoreCase) is PatternNode.One one
            ? new PatternNode.Ahead(one.Set, expected)
            : throw _text.Problem("looks ahead for more than one character");

    private PatternNode Quantified(PatternNode part)
    {
        while (Quantifier() is var (least, most, braces))
        {
            if (part is PatternNode.Ahead || part.Least == 0)
            {
                throw _text.Problem("repeats something that can be empty");
            }

            // After braces a '+' repeats once more, as Oniguruma has it; elsewhere it makes the quantifier possessive.
            var possessive = !braces && _text.Take('+');
            if (_text.Sees('?'))
            {
                throw _text.Problem("has a lazy quantifier");
            }

            part = new PatternNode.Repeat(part, least, most, possessive);
        }

        return part;
    }

    private (int Least, int Most, bool Braces)? Quantifier() =>
        _text.Take('?') ? (0, 1, false)
        : _text.Take('*') ? (0, int.MaxValue, false)
        : _text.Take('+') ? (1, int.MaxValue, false)
        : _text.Take('{') ? Braces()
        : null;

    private (int Least, int Most, bool Braces) Braces()
    {
        var least = _text.Number();
        var most = least;
        if (_text.Take(','))
        {
            most = _text.Sees('}') ? int.MaxValue : _text.Number();
        }

        return _text.Take('}') && least <= most && least <= MostRepeats && (most <= MostRepeats || most == int.MaxValue) && most > 0
            ? (least, most, true)
            : throw _text.Problem("has braces that are no quantifier up to 1,000");
    }
}
