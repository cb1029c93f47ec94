using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Cases;

/// <summary>
/// Commands in comments: <c>$ echo "1 2" | python prog.py 3</c>, and <c>Usage: prog 3 4</c> or <c>Example: prog 3 4</c> when
/// every argument is a value and not the name of one.
/// </summary>
internal sealed partial class UsageFinder : ICaseFinder
{
    private static readonly string[] Interpreters =
        ["python", "python3", "node", "java", "ruby", "perl", "php", "lua", "bash", "sh", "Rscript", "tsx", "ts-node"];

    public IEnumerable<ExecutionCase> Find(SourceFile source, IReadOnlyList<string> comments)
    {
        foreach (var line in comments)
        {
            var prompt = PromptLine().Match(line);
            var usage = UsageLine().Match(line);
            if (prompt.Success && Parse(prompt.Groups[1].Value, source, strict: false) is { } command)
            {
                yield return command;
            }
            else if (usage.Success && Parse(usage.Groups[1].Value, source, strict: true) is { } example)
            {
                yield return example;
            }
        }
    }

    private static ExecutionCase? Parse(string command, SourceFile source, bool strict)
    {
        var pipe = command.IndexOf(" | ", StringComparison.Ordinal);
        var stdin = pipe < 0 ? "" : Piped(command[..pipe]);
        if (stdin is null || CommandWords.Split(pipe < 0 ? command : command[(pipe + 3)..]) is not { IsEmpty: false } words)
        {
            return null;
        }

        var program = Array.IndexOf(Interpreters, words[0].Text) >= 0 ? 1 : 0;
        if (words.Length <= program || !IsProgram(words[program].Text, source))
        {
            return null;
        }

        var arguments = words[(program + 1)..];
        return (arguments.IsEmpty && stdin.Length == 0) || !arguments.All(a => IsValue(a, strict))
            ? null
            : new ExecutionCase
            {
                Name = "example",
                Origin = "example",
                Arguments = [.. arguments.Select(a => a.Text)],
                Stdin = [.. Encoding.UTF8.GetBytes(stdin)],
            };
    }

    private static string? Piped(string producer)
    {
        if (CommandWords.Split(producer) is not { Length: > 0 } words)
        {
            return null;
        }

        var text = string.Join(' ', words[1..].Select(w => w.Text));
        return words[0].Text switch
        {
            "echo" when !text.StartsWith('-') => text + "\n",
            "printf" when words.Length == 2 && !text.Contains('%', StringComparison.Ordinal) => text.Replace("\\n", "\n", StringComparison.Ordinal),
            _ => null,
        };
    }

    private static bool IsProgram(string word, SourceFile source)
    {
        var name = word[(word.LastIndexOf('/') + 1)..];
        var own = Path.GetFileNameWithoutExtension(source.FileName);
        return word.StartsWith("./", StringComparison.Ordinal)
            || name is "prog" or "program" or "a.out" or "main"
            || string.Equals(Path.GetFileNameWithoutExtension(name), own, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsValue((string Text, bool Quoted) word, bool strict)
    {
        if (word.Quoted)
        {
            return true;
        }

        var placeholder = word.Text.Contains('[', StringComparison.Ordinal) || word.Text.Contains("...", StringComparison.Ordinal)
            || word.Text.All(c => char.IsAsciiLetterUpper(c) || c == '_') || FileName().IsMatch(word.Text);
        return !placeholder && (!strict || word.Text.Any(char.IsAsciiDigit) || !word.Text.Any(char.IsLetter));
    }

    [GeneratedRegex(@"^\s*[$>%]\s+(\S.*?)\s*$")]
    private static partial Regex PromptLine();

    [GeneratedRegex(@"^\s*(?:usage|example|run|e\.g\.)\s*:\s*(\S.*?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex UsageLine();

    [GeneratedRegex(@"^[^\d\s][\w./-]*\.[A-Za-z]{1,5}$")]
    private static partial Regex FileName();
}
