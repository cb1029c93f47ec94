using System.Buffers;
using System.Collections.Immutable;
using CodeAlchemy.Prompts.Parsing;

namespace CodeAlchemy.Prompts.Editing;

/// <summary>
/// A template while it is being written: what may stand at a place and what stands there. It never refuses a text. Offsets are UTF-16 code
/// units. Immutable and thread-safe.
/// </summary>
public sealed class EditedTemplate
{
    private static readonly SearchValues<char> EndsPath = SearchValues.Create("\"'`\n\r}");

    private readonly string _text;
    private readonly ImmutableArray<Token> _tokens;

    private EditedTemplate(string text)
    {
        _text = text;
        _tokens = Lex(text, out _);
    }

    /// <summary>The variables that the template sets itself, sorted: by assignment, <c>for</c>, <c>capture</c> and <c>func</c>.</summary>
    public ImmutableArray<string> Sets =>
        [.. Enumerable.Range(0, _tokens.Length).Where(IsSet).Select(i => _tokens[i].Text).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The functions and blocks that it defines: name and place.</summary>
    public IEnumerable<TemplateWord> Definitions =>
        Enumerable.Range(0, _tokens.Length).Where(i => IsSet(i) && !_tokens[i - 1].IsWord("for")).Select(i => new TemplateWord(_tokens[i].Text, IsInclude: false, _tokens[i].Offset, _tokens[i].Length));

    /// <summary>The includes, in the order of the text.</summary>
    public IEnumerable<TemplateWord> Includes =>
        Enumerable.Range(0, _tokens.Length).Where(IsIncludePath).Select(i => Include(_tokens[i]));

    /// <summary>The names that its code has outside of strings, with what stands behind their dots (<c>source.path</c>), sorted.</summary>
    /// <param name="except">Offset of a word that is being written and so doesn't count, or −1.</param>
    public ImmutableArray<string> Names(int except) =>
    [
        .. Enumerable.Range(0, _tokens.Length)
            .Where(i => _tokens[i].Kind == TokenKind.Identifier && !(_tokens[i].Offset <= except && except <= _tokens[i].Offset + _tokens[i].Length))
            .Select(i => Join(Target(_tokens, i), _tokens[i].Text))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a text.</summary>
    public static EditedTemplate Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new EditedTemplate(text);
    }

    /// <summary>What may be written at a place.</summary>
    /// <param name="offset">Where the cursor is.</param>
    public TemplatePlace At(int offset)
    {
        var nothing = new TemplatePlace(TemplatePlaceKind.Nothing, offset, 0);
        if (offset < 0 || offset > _text.Length)
        {
            return nothing;
        }

        // Read up to the cursor: what is open there tells where it stands.
        var tokens = Lex(_text[..offset], out var unclosed);
        tokens = tokens is [.., { Kind: TokenKind.End }] ? tokens[..^1] : tokens;
        var inCode = tokens.LastOrDefault(token => token.Kind is TokenKind.CodeEnter or TokenKind.CodeExit).Kind == TokenKind.CodeEnter;
        if (!inCode || IsComment(_text[(tokens[^1].Offset + tokens[^1].Length)..offset]))
        {
            return nothing;
        }

        var last = tokens[^1];
        var touches = last.Offset + last.Length == offset;
        return last.Kind switch
        {
            TokenKind.String when unclosed.Contains(last.Offset) => tokens.Length > 1 && IsInclude(tokens, tokens.Length - 1) ? Path(last.Offset + 1) : nothing,
            TokenKind.InterpolationText when touches => nothing,
            TokenKind.Identifier when touches => Named(tokens, tokens.Length - 1, last.Offset),
            TokenKind.Symbol when touches && last.Text is "." or "?." => Named(tokens, tokens.Length, offset),
            TokenKind.CodeEnter or TokenKind.NewLine or TokenKind.Symbol or TokenKind.InterpolationOpen => new TemplatePlace(TemplatePlaceKind.Name, offset, Rest(offset)),
            _ when touches => nothing,
            _ => new TemplatePlace(TemplatePlaceKind.Name, offset, Rest(offset)),
        };
    }

    /// <summary>The word at a place, or <see langword="null"/>.</summary>
    public TemplateWord? WordAt(int offset)
    {
        for (var i = 0; i < _tokens.Length; i++)
        {
            var token = _tokens[i];
            if (token.Offset <= offset && offset <= token.Offset + token.Length && (token.Kind == TokenKind.Identifier || IsIncludePath(i)))
            {
                return token.Kind == TokenKind.Identifier
                    ? new TemplateWord(Join(Target(_tokens, i), token.Text), IsInclude: false, token.Offset, token.Length)
                    : Include(token);
            }
        }

        return null;
    }

    private static TemplateWord Include(Token token) => new(token.Text, IsInclude: true, token.Offset, token.Length);

    private TemplatePlace Named(ImmutableArray<Token> tokens, int index, int start)
    {
        var target = Target(tokens, index);
        var isMember = index > 0 && tokens[index - 1] is { Kind: TokenKind.Symbol, Text: "." or "?." };
        return new TemplatePlace(isMember ? TemplatePlaceKind.Member : TemplatePlaceKind.Name, start, Rest(start), target);
    }

    private TemplatePlace Path(int start)
    {
        var length = _text.AsSpan(start).IndexOfAny(EndsPath);
        return new TemplatePlace(TemplatePlaceKind.IncludePath, start, length < 0 ? _text.Length - start : length);
    }

    private int Rest(int start)
    {
        var end = start;
        while (end < _text.Length && CharReader.IsNamePart(_text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static string Target(ImmutableArray<Token> tokens, int index)
    {
        var target = "";
        while (index > 1 && tokens[index - 1] is { Kind: TokenKind.Symbol, Text: "." or "?." } && tokens[index - 2].Kind == TokenKind.Identifier)
        {
            index -= 2;
            target = Join(tokens[index].Text, target);
        }

        return target;
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : second.Length == 0 ? first : $"{first}.{second}";

    private static bool IsComment(string gap) => gap.Contains('#') && !(gap.TrimEnd() is { Length: >= 4 } closed && closed.EndsWith("##", StringComparison.Ordinal));

    private bool IsIncludePath(int index) => _tokens[index].Kind == TokenKind.String && IsInclude(_tokens, index);

    private static bool IsInclude(ImmutableArray<Token> tokens, int index) =>
        (index > 0 && tokens[index - 1].IsWord("include")) || (index > 1 && tokens[index - 1].Is("(") && tokens[index - 2].IsWord("include"));

    private bool IsSet(int index) => _tokens[index].Kind == TokenKind.Identifier && index > 0
        && (_tokens[index - 1].IsWord("for") || _tokens[index - 1].IsWord("capture") || _tokens[index - 1].IsWord("func")
            || (index + 1 < _tokens.Length && _tokens[index + 1].Is("=") && _tokens[index - 1] is not { Kind: TokenKind.Symbol, Text: "." or "?." }));

    private static ImmutableArray<Token> Lex(string text, out HashSet<int> faults)
    {
        var source = new TemplateSource("", text);
        var diagnostics = new Diagnostics(source);
        ImmutableArray<Token> tokens = [.. new Lexer(source, diagnostics).Run()];
        var places = diagnostics.All.Select(diagnostic => diagnostic.Location!).ToHashSet();
        faults = [.. tokens.Where(token => token.Kind == TokenKind.String && places.Contains(source.Locate(token.Offset, 1))).Select(token => token.Offset)];
        return tokens;
    }
}
