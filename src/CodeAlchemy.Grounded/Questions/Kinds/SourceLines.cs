using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>
/// Lines of a source text as far as questions need to tell them apart: by their first word, their brackets and their indentation,
/// the same for every language. It errs on the side of not knowing. Immutable.
/// </summary>
public sealed partial class SourceLines
{
    private const int LongestStatement = 15;
    private readonly ImmutableArray<string> _lines;
    private readonly ImmutableArray<string> _bare;

    /// <summary>Reads the lines of a text.</summary>
    public SourceLines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _lines = [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];
        _bare = Strip(_lines);
        SharesVariables = _bare.Any(l => Outer().IsMatch(l));
    }

    /// <summary>Whether functions declare that they set variables of those around them.</summary>
    public bool SharesVariables { get; }

    /// <summary>Number of lines.</summary>
    public int Count => _lines.Length;

    /// <summary>The text of a line, from 1; empty outside the source.</summary>
    public string this[int line] => line >= 1 && line <= _lines.Length ? _lines[line - 1] : "";

    /// <summary>Whether the line is one whole simple statement: it runs once whenever it runs.</summary>
    public bool IsSimple(int line) => IsWhole(line) && !Header().IsMatch(Bare(line)) && !Bare(line).TrimEnd().EndsWith(':') && !Several().IsMatch(Bare(line));

    /// <summary>Whether the line is the head of a loop, all of it on this line, with its body below.</summary>
    public bool IsLoop(int line) => IsWhole(line) && Loop().IsMatch(Bare(line)) && BodyOf(line) > 0;

    /// <summary>Whether the line is the head of a plain <c>if</c>, all of it on this line, with its body below.</summary>
    public bool IsBranch(int line) => IsWhole(line) && Branch().IsMatch(Bare(line)) && BodyOf(line) > 0;

    /// <summary>Whether the line is the head of a loop that tests a condition before each round, all of it on this line, with its body below.</summary>
    public bool IsTest(int line) => IsLoop(line) && Test().IsMatch(Bare(line));

    /// <summary>Whether the line stands directly in a type: it declares a field, and what names on it mean is not what they mean in a function.</summary>
    public bool IsField(int line) => HeadOf(line) is var head and > 0 && Type().IsMatch(Bare(head));

    /// <summary>Whether a line assigns to a name that is none of these, such as a field or an item.</summary>
    public bool AssignsOthers(int line, IReadOnlyCollection<string> names) =>
        Target().Matches(Bare(line)).Any(m => !names.Contains(m.Groups["name"].Value));

    /// <summary>Whether the line certainly is a statement of its own: it returns, raises, leaves a loop or prints.</summary>
    public bool IsCertain(int line) => IsSimple(line) && Certain().IsMatch(Bare(line));

    /// <summary>The first line of the body below a head: the next line with text, when it is indented deeper; else 0.</summary>
    public int BodyOf(int line)
    {
        for (var next = line + 1; next <= Count; next++)
        {
            var bare = Bare(next).Trim();
            if (bare.Length > 0 && bare != "{")
            {
                return Indent(next) > Indent(line) ? next : 0;
            }
        }

        return 0;
    }

    /// <summary>Whether a line stands in the body below a head, by indentation.</summary>
    public bool IsInBody(int head, int line)
    {
        var first = BodyOf(head);
        return first > 0 && line >= first && line <= Count
            && Enumerable.Range(first, line - first + 1).All(l => Bare(l).Trim().Length == 0 || Indent(l) > Indent(head));
    }

    /// <summary>Whether the line is the head of a loop that counts: <c>for (start; test; step)</c>. Its step runs when the body has ended, before the line runs again.</summary>
    public bool IsCounting(int line) => Counting().IsMatch(Bare(line)) || Ranging().IsMatch(Bare(line));

    /// <summary>Whether the head of a loop on the line steps a variable.</summary>
    public bool StepsIn(int line, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Counting().Match(Bare(line)) is { Success: true } match && HasWord(match.Groups[1].Value, name);
    }

    /// <summary>Whether some loop's head steps a variable of that name; where the loop ends, not every tracer tells of the last step.</summary>
    public bool IsLoopCounter(string name) => Enumerable.Range(1, _bare.Length).Any(line => StepsIn(line, name));

    /// <summary>Whether the head of a loop over a range, <c>for (int item : items)</c>, gives a variable its values.</summary>
    public bool RangesOver(int line, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Ranging().Match(Bare(line)) is { Success: true } match && HasWord(match.Groups[1].Value, name);
    }

    /// <summary>Whether an array of that name is declared without a value, as in <c>int places[16];</c>.</summary>
    public bool LeavesOpen(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var declaration = new Regex($@"^\s*(?!(?:return|delete|throw|yield|await)\b)(?:[\w:<>]+[\s*&]+)+{Regex.Escape(name)}\s*(?:\[[^\]]*\]\s*)+;");
        return _bare.Any(l => declaration.IsMatch(l));
    }

    /// <summary>Whether a line's code holds a name.</summary>
    public bool Uses(int line, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return HasWord(Bare(line), name);
    }

    /// <summary>Whether a line's code holds a name that stands for a variable: no member of something, and not called.</summary>
    public bool UsesAlone(int line, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Regex.IsMatch(Bare(line), $@"(?<![\w$.]){Regex.Escape(name)}(?![\w$]|\s*\()");
    }

    /// <summary>Whether a line's code sets a variable: an assignment of any kind, or a step.</summary>
    public bool Assigns(int line, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Regex.IsMatch(Bare(line), $@"(?<![\w$.]){Regex.Escape(name)}\s*(?:[-+*/%&|^]|<<|>>)?=(?!=)|(?<![\w$.]){Regex.Escape(name)}\s*(?:\+\+|--)|(?:\+\+|--)\s*{Regex.Escape(name)}(?![\w$])");
    }

    /// <summary>Whether a function of that name is declared at the line or, below decorators and the like, within the next three; a class is none.</summary>
    public bool Declares(int line, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (var at = line; at >= 1 && at <= Math.Min(line + 3, Count); at++)
        {
            if (Regex.IsMatch(Bare(at), $@"(?<![\w$]){Regex.Escape(name)}(?![\w$])"))
            {
                return !Class().IsMatch(Bare(at));
            }
        }

        return false;
    }

    /// <summary>Whether a variable that is set once is set to what the source spells out beside its name.</summary>
    public bool Spells(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var wanted = "=" + Squeeze(value);
        return _lines.Any(l => l.Contains(name, StringComparison.Ordinal) && Squeeze(l).Contains(wanted, StringComparison.Ordinal));
    }

    /// <summary>Whether a line holds a value as it is written.</summary>
    public bool Holds(int line, string value) => Squeeze(this[line]).Contains(Squeeze(value), StringComparison.Ordinal);

    /// <summary>Whether a line holds more than brackets; a reader would not say that the others run.</summary>
    public bool HoldsWords(int line) => Bare(line).Any(char.IsLetterOrDigit);

    /// <summary>Whether the source holds a text.</summary>
    public bool Mentions(string text) => _lines.Any(l => l.Contains(text, StringComparison.Ordinal));

    /// <summary>Whether the statement or head that stands on a line stands there as a whole.</summary>
    public bool IsOneLine(int line) => IsWhole(line);

    /// <summary>Whether a line calls a function by the last part of its name.</summary>
    public bool Names(int line, string function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var simple = function[(function.LastIndexOfAny(['.', ':', '#']) + 1)..];
        return Regex.IsMatch(Bare(line), $@"(?<![\w$]){Regex.Escape(simple)}\s*\(");
    }

    /// <summary>Whether the statement that begins on a line calls a function by the last part of its name; a library to which a function is handed calls it without.</summary>
    public bool CallsByName(int line, string function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var simple = function[(function.LastIndexOfAny(['.', ':', '#']) + 1)..];
        var called = new Regex($@"(?<![\w$]){Regex.Escape(simple)}\s*(?:<[^()]*>\s*)?(?:\?\.)?\(");
        for (var at = line; at <= Math.Min(line + LongestStatement, Count); at++)
        {
            if (called.IsMatch(Bare(at)))
            {
                return true;
            }

            if (IsBalanced(string.Concat(Enumerable.Range(line, at - line + 1).Select(Bare))) && !Continues(at) && !Continuation().IsMatch(Bare(at + 1)))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a line holds a function or a comprehension of its own, whose runs are runs of the line, too.</summary>
    public bool HoldsFunction(int line) => Inner().IsMatch(Bare(line));

    /// <summary>The names in a line's code that are no members of something, each with whether it is called.</summary>
    public IEnumerable<(string Name, bool IsCalled)> FreeNames(int line) =>
        FreeName().Matches(Bare(line)).Select(m => (m.Groups["name"].Value, m.Groups["call"].Success));

    /// <summary>Whether a line returns.</summary>
    public bool IsReturn(int line) => Bare(line).TrimStart().StartsWith("return", StringComparison.Ordinal) && IsWhole(line);

    /// <summary>Whether a line calls something that may write to standard output.</summary>
    public bool MayWrite(int line) => Writing().IsMatch(Bare(line));

    /// <summary>The line that opens the block in which a line stands: the nearest one above that is indented less; 0 at the top level.</summary>
    public int HeadOf(int line)
    {
        for (var above = line - 1; above >= 1; above--)
        {
            if (Bare(above).Trim() is { Length: > 0 } bare && bare != "{" && Indent(above) < Indent(line))
            {
                return above;
            }
        }

        return 0;
    }

    /// <summary>Whether a line is a plain `else`.</summary>
    public bool IsElse(int line) => Else().IsMatch(Bare(line));

    /// <summary>The `if` to which an `else` belongs, where nothing else comes between them; 0 where it is one of several.</summary>
    public int BranchBefore(int line)
    {
        for (var above = line - 1; above >= 1; above--)
        {
            if (Bare(above).Trim().Length > 0 && Indent(above) <= Indent(line))
            {
                return Indent(above) == Indent(line) && IsBranch(above) ? above : Bare(above).Trim() is "{" or "}" ? BranchBefore(above) : 0;
            }
        }

        return 0;
    }

    private static bool HasWord(string text, string name) => Regex.IsMatch(text, $@"(?<![\w$]){Regex.Escape(name)}(?![\w$])");

    private string Bare(int line) => line >= 1 && line <= _bare.Length ? _bare[line - 1] : "";

    /// <summary>White space before a line's text, a tab counting four.</summary>
    public int Indent(int line) => this[line].TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? 4 : 1);

    private bool IsWhole(int line)
    {
        var bare = Bare(line).Trim();
        return bare.Length > 0 && char.IsLetterOrDigit(bare.TrimStart('(', '*', '+', '-', '_', '$', ':', '}', ' ').FirstOrDefault('}'))
            && IsBalanced(bare) && !Unfinished().IsMatch(bare) && !Continues(line - 1) && !Continuation().IsMatch(Bare(line + 1));
    }

    private bool Continues(int line) => Bare(line).Trim() is { Length: > 0 } bare && (Unfinished().IsMatch(bare) || !IsBalanced(bare));

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }

    private static ImmutableArray<string> Strip(ImmutableArray<string> lines)
    {
        var bare = ImmutableArray.CreateBuilder<string>(lines.Length);
        string? until = null;
        foreach (var line in lines)
        {
            var text = line;
            if (until is not null)
            {
                var end = text.IndexOf(until, StringComparison.Ordinal);
                bare.Add("");
                until = end < 0 ? until : null;
                continue;
            }

            text = Block().Replace(Quoted().Replace(text, "0"), " ");
            var open = Opening().Match(text);
            until = open.Success ? open.Value == "/*" ? "*/" : open.Value : null;
            text = open.Success ? text[..open.Index] : text;
            bare.Add(Comment().Replace(text, ""));
        }

        return bare.ToImmutable();
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
