using System.Collections.Immutable;
using System.Text;

namespace CodeAlchemy.Grounded.Cases;

/// <summary>Splits a command as it is written for a shell, as far as it is plain words.</summary>
internal static class CommandWords
{
    private const string Special = "$`&;<>*?(){}!|\\";

    /// <summary>The words, with whether each was quoted; <see langword="null"/> when the command needs a shell.</summary>
    public static ImmutableArray<(string Text, bool Quoted)>? Split(string command)
    {
        if (command.Contains("\\\"", StringComparison.Ordinal) || command.Contains("\\\\", StringComparison.Ordinal))
        {
            return null;
        }

        var words = ImmutableArray.CreateBuilder<(string, bool)>();
        var word = new StringBuilder();
        var (open, quoted, quote) = (false, false, '\0');
        foreach (var c in command)
        {
            if (quote == '"' && c is ('$' or '`'))
            {
                return null;
            }

            if (quote != '\0')
            {
                (quote, quoted) = c == quote ? ('\0', true) : (quote, quoted);
                word.Append(c == quote || quote == '\0' ? "" : c);
            }
            else if (c is '"' or '\'')
            {
                (quote, open) = (c, true);
            }
            else if (c is ' ' or '\t')
            {
                AddWord(words, word, ref open, ref quoted);
            }
            else if (Special.Contains(c, StringComparison.Ordinal))
            {
                return null;
            }
            else
            {
                open = true;
                word.Append(c);
            }
        }

        AddWord(words, word, ref open, ref quoted);
        return quote == '\0' ? words.ToImmutable() : null;
    }

    private static void AddWord(ImmutableArray<(string, bool)>.Builder words, StringBuilder word, ref bool open, ref bool quoted)
    {
        if (open)
        {
            words.Add((word.ToString(), quoted));
        }

        word.Clear();
        (open, quoted) = (false, false);
    }
}
