namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Finds where a number ends and what kind it is.</summary>
internal sealed class NumberLexer(CharReader reader, Diagnostics diagnostics)
{
    /// <summary>Moves behind the number.</summary>
    public TokenKind Read()
    {
        var start = reader.Position;
        var zero = reader.Current == '0';
        reader.Position++;
        return (zero, reader.Current) switch
        {
            (true, 'x') => ReadHexadecimal(start),
            (true, 'b') => ReadBinary(start),
            _ => ReadDecimal(),
        };
    }

    private TokenKind ReadDecimal()
    {
        reader.Skip(c => char.IsDigit(c) || c == '_');
        var isFloat = ReadFraction();
        if (!ReadExponent())
        {
            return TokenKind.Invalid;
        }

        if (IsSuffix(reader.Current) && !CharReader.IsNamePart(reader.Peek(1)))
        {
            reader.Position++;
            isFloat = true;
        }

        return isFloat ? TokenKind.Float : TokenKind.Integer;
    }

    // `1..3` is a range and `1.name` a member; `1.`, `1.5`, `1.f` and `1.e3` are numbers.
    private bool ReadFraction()
    {
        var next = reader.Peek(1);
        if (reader.Current != '.' || next == '.' || (char.IsLetter(next) && !IsSuffix(next) && next is not ('e' or 'E')))
        {
            return false;
        }

        reader.Position++;
        reader.Skip(char.IsDigit);
        return true;
    }

    private bool ReadExponent()
    {
        if (reader.Current is not ('e' or 'E'))
        {
            return true;
        }

        reader.Position++;
        reader.Position += reader.Current is '+' or '-' ? 1 : 0;
        if (!char.IsDigit(reader.Current))
        {
            diagnostics.Syntax(reader.Position, 1, "An exponent needs a digit.", "Write for example `1e3`.");
            return false;
        }

        reader.Skip(char.IsDigit);
        return true;
    }

    private TokenKind ReadHexadecimal(int start)
    {
        reader.Position++;
        var digits = reader.Position;
        reader.Skip(c => char.IsAsciiHexDigit(c) || c == '_');
        if (!reader.Text.AsSpan(digits, reader.Position - digits).ContainsAnyExcept('_'))
        {
            diagnostics.Syntax(start, 2, "`0x` needs a hexadecimal digit.", "Write for example `0x2A`.");
            return TokenKind.Invalid;
        }

        ReadUnsigned();
        return TokenKind.Hexadecimal;
    }

    private TokenKind ReadBinary(int start)
    {
        reader.Position++;
        var digits = reader.Position;
        reader.Skip(c => c is '0' or '1' or '_');
        if (!reader.Text.AsSpan(digits, reader.Position - digits).ContainsAnyExcept('_'))
        {
            diagnostics.Syntax(start, 2, "`0b` needs a binary digit.", "Write for example `0b101`.");
            return TokenKind.Invalid;
        }

        if (reader.Current == '.' && reader.Peek(1) is '0' or '1')
        {
            diagnostics.Unsupported(start, reader.Position - start, "A binary number with a fraction is not supported.", "Write it as a decimal number.");
            return TokenKind.Invalid;
        }

        ReadUnsigned();
        return TokenKind.Binary;
    }

    private void ReadUnsigned()
    {
        if (reader.Current is 'u' or 'U' && !CharReader.IsNamePart(reader.Peek(1)))
        {
            reader.Position++;
        }
    }

    private static bool IsSuffix(char c) => c is 'f' or 'F' or 'd' or 'D' or 'm' or 'M';
}
