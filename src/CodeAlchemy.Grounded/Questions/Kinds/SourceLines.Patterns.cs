using System.Text.RegularExpressions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

public sealed partial class SourceLines
{
    [GeneratedRegex("\"\"\".*?\"\"\"|'''.*?'''|(?<!\")\"(?!\"\")(?:[^\"\\\\]|\\\\.)*\"|(?<!')'(?!'')(?:[^'\\\\]|\\\\.)*'|`(?:[^`\\\\]|\\\\.)*`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"/\*.*?\*/")]
    private static partial Regex Block();

    [GeneratedRegex("\"\"\"|'''|/\\*|`")]
    private static partial Regex Opening();

    [GeneratedRegex(@"//.*$|(?<![\w$.])#(?!\w*\().*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(?:\}\s*)?(?:@?\w+:\s*)?(?:async\s+)?(?:if|elif|else|for|foreach|while|do|loop|until|unless|switch|case|default|match|when|try|catch|except|finally|with|using|def|class|struct|enum|interface|function|public|private|protected|internal|template|namespace|import|from|export|package|return\s*\(?\s*\w*\s*=>)\b")]
    private static partial Regex Header();

    [GeneratedRegex(@"^\s*(?:\}\s*)?(?:async\s+)?(?:for|foreach|while)\b")]
    private static partial Regex Loop();

    // A condition that is always true is tested by no code.
    [GeneratedRegex(@"^\s*while\b(?!\s*\(?\s*(?:true|True|1)\s*\)?\s*[:{]?\s*$)")]
    private static partial Regex Test();

    [GeneratedRegex(@"(?<![\w$.])(?<name>[A-Za-z_$][\w$]*)\s*(?:(?:[-+*/%&|^]|<<|>>)?=(?!=)|\+\+|--)|(?:\+\+|--)\s*(?<name>[A-Za-z_$][\w$]*)")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?i)print|puts|putchar|write|log\b|<<|echo|info\s*\(|error\s*\(|table\s*\(")]
    private static partial Regex Writing();

    [GeneratedRegex(@"^\s*(?:global|nonlocal)\s")]
    private static partial Regex Outer();

    [GeneratedRegex(@"^\s*(?:\}\s*)?for\s*\([^;]*;[^;]*;(.*)$")]
    private static partial Regex Counting();

    // The colon of a loop over a range, not that of a namespace.
    [GeneratedRegex(@"^\s*(?:\}\s*)?for\s*\(((?:[^;:{?]|::)*)(?<!:):(?!:)[^;]*$")]
    private static partial Regex Ranging();

    [GeneratedRegex(@"^\s*if\b(?!\s+__name__)")]
    private static partial Regex Branch();

    [GeneratedRegex(@"^\s*(?:\}\s*)?else\s*[:{]?\s*$")]
    private static partial Regex Else();

    [GeneratedRegex(@"^\s*(?:return\b|raise\b|throw\b|break\b|continue\b|print\w*\s*\(|console\.\w+\(|std::c(?:out|err)\b|System\.(?:out|err)\.)")]
    private static partial Regex Certain();

    [GeneratedRegex(@"^\s*(?:\w+\s+)*(?:class|struct|enum|interface|record)\s")]
    private static partial Regex Class();

    // A head of a type, not that of a function that returns one.
    [GeneratedRegex(@"^\s*(?:\w+\s+)*(?:(?:class|interface|record)\s|(?:struct|enum)\s[^()]*$)")]
    private static partial Regex Type();

    [GeneratedRegex(@"(?:[\\,=+*/%&|<>?:.]|\b(?:and|or|not|in|return))\s*$(?<![:>]\s*$|\+\+\s*$)")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*(?:[.?+*/%&|<>=:]|-(?!-)|\b(?:and|or)\b)(?!\+\+)")]
    private static partial Regex Continuation();

    // More than one statement, a function inside the line, or a comprehension: parts of such a line may run on their own.
    [GeneratedRegex(@";\s*\S|=>|\blambda\b|\bfor\b|\{\s*\S.*\}|[{}]\s*$")]
    private static partial Regex Several();

    // The arrow of a lambda in Java stands apart, that of a pointer in C does not.
    [GeneratedRegex(@"=>|\blambda\b|\bfunction\b|[\w)]\s+->\s|(?<![\w)\]])\[[&=\w, ]*\]\s*\(|\S.*\bfor\b.*\bin\b")]
    private static partial Regex Inner();

    [GeneratedRegex(@"(?<![\w$.]|->)(?<name>[A-Za-z_$][\w$]*)(?<call>\s*\()?")]
    private static partial Regex FreeName();
}
