using System.Globalization;
using System.Text;

namespace CodeAlchemy.Text.Tokens.Patterns;

/// <summary>A place in a pattern's text.</summary>
internal sealed class PatternReader(string pattern)
{
    private int _position;

    public bool AtEnd => _position == pattern.Length;

    /// <summary>The next code unit; U+0000 at the end.</summary>
    public char Next => AtEnd ? '\0' : pattern[_position];

    public bool Sees(char character) => !AtEnd && pattern[_position] == character;

    public bool Take(char character) => Take(character.ToString());

    public bool Take(string text)
    {
        var found = string.CompareOrdinal(pattern, _position, text, 0, text.Length) == 0;
        _position += found ? text.Length : 0;
        return found;
    }

    /// <summary>Takes a code point.</summary>
    public int Rune()
    {
        if (AtEnd || !System.Text.Rune.TryGetRuneAt(pattern, _position, out var rune))
        {
            throw Problem(AtEnd ? "ends too early" : "has half a character");
        }

        _position += rune.Utf16SequenceLength;
        return rune.Value;
    }

    /// <summary>Takes a number of up to four digits.</summary>
    public int Number() => Digits(NumberStyles.None, 4);

    /// <summary>Takes up to a number of hexadecimal digits.</summary>
    public int Hexadecimal(int most) => Digits(NumberStyles.AllowHexSpecifier, most);

    /// <summary>Takes everything up to a character, and that too.</summary>
    public string Until(char end)
    {
        var stop = pattern.IndexOf(end, _position);
        var text = stop < 0 ? throw Problem($"lacks a '{end}'") : pattern[_position..stop];
        _position = stop + 1;
        return text;
    }

    public PatternProblem Problem(string what) => new($"'{Shorten(pattern)}' {what} (at character {_position + 1})");

    /// <summary>A pattern short enough for a message.</summary>
    public static string Shorten(string pattern) => pattern.Length <= 200 ? pattern : new StringBuilder(pattern, 0, 200, 201).Append('…').ToString();

    private int Digits(NumberStyles style, int most)
    {
        var start = _position;
        while (!AtEnd && _position - start < most && (style == NumberStyles.None ? char.IsAsciiDigit(Next) : char.IsAsciiHexDigit(Next)))
        {
            _position++;
        }

        return _position == start ? throw Problem("lacks a number") : int.Parse(pattern.AsSpan(start, _position - start), style, CultureInfo.InvariantCulture);
    }
}
