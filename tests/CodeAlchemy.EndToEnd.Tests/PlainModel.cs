using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>
/// A model's words that need no model: it answers the prompts of the five strategies simply, and truthfully where it can (a file comes back
/// with a comment more). What it does not understand it answers with a word, so that checks have something to find.
/// </summary>
internal static partial class PlainModel
{
    private const string Program = "Write the program in ";

    /// <summary>The reply to a request in the way of the OpenAI interface.</summary>
    public static string Answer(string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var turns = root.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("content").GetString()!).ToList();
        var schema = root.TryGetProperty("response_format", out var format) ? format.GetProperty("json_schema").GetProperty("name").GetString() : null;
        var first = turns.Find(turn => turn.Contains("```", StringComparison.Ordinal)) ?? turns[^1];
        return schema is null ? Text(first) : JsonSerializer.Serialize(Structured(schema, first));
    }

    private static object Structured(string schema, string prompt) => schema switch
    {
        "problem" => new
        {
            title = "Read and write",
            statement = "Read all lines of standard input and write each of them to standard output, unchanged and in the same order. The input may be of any length.",
            examples = new[] { new { stdin = "one\n", stdout = "one\n" }, new { stdin = "two\nthree\n", stdout = "two\nthree\n" } },
        },
        "snippet" => new { code = Snippet(Language(prompt)) },
        "output" => new { explanation = "It writes one word after the other, each on its own line.", output = "one\ntwo\n" },
        "fault" => new { right = Snippet(Language(prompt)), faulty = Snippet(Language(prompt)).Replace("two", "too", StringComparison.Ordinal), symptom = "The second line is spelled wrong.", stdin = "" },
        "question" => new { question = "Why is it a good habit to give every function one task?" },
        "request" => new { request = "Please have a careful look at the part that computes the result." },
        "tests" => new { intent = "One look at the usual way through.", tests = Enumerable.Range(0, 2).Select(_ => new { checks = "it starts at all", arguments = Array.Empty<string>(), stdin = "", stdout = "no idea", exit = 0 }) },
        "conversation" => new { turns = Turns(int.Parse(PlanLength().Match(prompt).Groups[1].Value, CultureInfo.InvariantCulture)) },
        _ => new { },
    };

    private static string Text(string prompt) => prompt switch
    {
        _ when prompt.Contains("Explain your approach", StringComparison.Ordinal) => Fenced("Read a line, write a line.", Echo(Language(prompt))),
        _ when prompt.Contains("the whole repaired program", StringComparison.Ordinal) => Fenced("A word was misspelled.", Snippet(Language(prompt))),
        _ when prompt.Contains("Second, `", StringComparison.Ordinal) => Traced(prompt),
        _ when prompt.Contains("the whole file in exactly one fenced block", StringComparison.Ordinal) || prompt.Contains("Give the whole rewritten file", StringComparison.Ordinal) => Commented(prompt),
        _ => "It does one thing after the other, as it should.",
    };

    private static IEnumerable<object> Turns(int count) => Enumerable.Range(1, count).SelectMany(number => new object[]
    {
        new { role = "user", content = $"Here is my question number {number}: what is going on there?" },
        new { role = "assistant", content = $"Answer number {number}: it is what the run shows, one step after the other." },
    });

    private static string Commented(string prompt)
    {
        var (info, code) = Block(prompt);
        var mark = info == "python" ? "#" : "//";
        return Fenced("A line at the head says what the file is.", $"{mark} A program that is run with the arguments and the input of its cases.\n{code}");
    }

    // Trace points at the very start that tell how many arguments there are; only where a line may be put before all others.
    private static string Traced(string prompt)
    {
        var (info, code) = Block(prompt);
        if (info != "python" || code.StartsWith("from __future__", StringComparison.Ordinal))
        {
            return "I can't.";
        }

        var name = FileName().Match(prompt).Groups[1].Value;
        var script = ScriptName().Match(prompt).Groups[1].Value;
        var points = new StringBuilder("import sys as _s\n");
        for (var i = 1; i <= 15; i++)
        {
            points.Append(CultureInfo.InvariantCulture, $"_s.stderr.write(\"TRACE:VAR:start{i}:count=%d\\n\" % len(_s.argv))\n");
        }

        var cases = Enumerable.Range(1, 3).Select(i => $"python3 {name} {string.Join(' ', Enumerable.Repeat("1", i))} < /dev/null 2> all{i}.txt\ngrep '^TRACE:' all{i}.txt > trace{i}.txt\n");
        return $"```python\n{points}{code}```\n\n```bash\n# {script}\n{string.Concat(cases)}exit 0\n```\n";
    }

    private static string Fenced(string lead, string code) => $"{lead}\n\n```\n{code}{(code.EndsWith('\n') ? "" : "\n")}```\n";

    private static (string Info, string Code) Block(string prompt)
    {
        var match = FirstBlock().Match(prompt);
        return (match.Groups[2].Value, match.Groups[3].Value);
    }

    private static string Language(string prompt) =>
        prompt.Contains(Program, StringComparison.Ordinal) ? prompt[(prompt.IndexOf(Program, StringComparison.Ordinal) + Program.Length)..].Split(';')[0] : Block(prompt).Info;

    private static string Echo(string language) => language switch
    {
        "Python" => "import sys\nfor line in sys.stdin:\n    print(line, end='')\n",
        "Java" => "import java.util.Scanner;\n\npublic class Solution {\n    public static void main(String[] args) {\n        Scanner in = new Scanner(System.in);\n        while (in.hasNextLine()) {\n            System.out.println(in.nextLine());\n        }\n    }\n}\n",
        "C" => "#include <stdio.h>\n\nint main(void) {\n    int c;\n    while ((c = getchar()) != EOF) {\n        putchar(c);\n    }\n    return 0;\n}\n",
        "C++" => "#include <iostream>\n#include <string>\n\nint main() {\n    std::string line;\n    while (std::getline(std::cin, line)) {\n        std::cout << line << '\\n';\n    }\n}\n",
        _ => "process.stdout.write(require('fs').readFileSync(0, 'utf8'));\n",
    };

    private static string Snippet(string language) => language switch
    {
        "python" => "words = ['one', 'two']\nfor word in words:\n    print(word)\n",
        "java" => "public class Solution {\n    public static void main(String[] args) {\n        for (String word : new String[] {\"one\", \"two\"}) {\n            System.out.println(word);\n        }\n    }\n}\n",
        "c" => "#include <stdio.h>\n\nint main(void) {\n    const char *words[] = {\"one\", \"two\"};\n    for (int i = 0; i < 2; i++) {\n        puts(words[i]);\n    }\n    return 0;\n}\n",
        "cpp" => "#include <iostream>\n\nint main() {\n    for (const char *word : {\"one\", \"two\"}) {\n        std::cout << word << '\\n';\n    }\n}\n",
        _ => "for (const word of ['one', 'two']) {\n  console.log(word);\n}\n",
    };

    [GeneratedRegex(@"^(`{3,})([a-z+#]*)\n(.*?)^\1\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FirstBlock();

    [GeneratedRegex(@"The plan has (\d+) turns")]
    private static partial Regex PlanLength();

    [GeneratedRegex(@"Below is `([^`]+)`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"Second, `([^`]+)`")]
    private static partial Regex ScriptName();
}
