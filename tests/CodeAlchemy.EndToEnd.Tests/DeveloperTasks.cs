using System.Text.Json;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class DeveloperTasks
{
    private const string Python = """
        def price(count, each):
            '''Price of some things: ten or more are cheaper by a tenth, rounded down.'''
            total = count * each
            if count >= 10:
                total -= total // 10
            return total


        def never(x):
            return x + 1


        def bill(lines):
            s = 0
            for count, each in lines:
                s += price(count, each)
                print(count, each, s)
            return s


        print("sum", bill([(1, 30), (10, 7), (9, 7), (12, 5)]))
        """;

    private const string Java = """
        public class Steps {
            /** How many steps of halving and tripling lead from a number down to one. */
            static int steps(int n) {
                int count = 0;
                while (n != 1) {
                    n = n % 2 == 0 ? n / 2 : 3 * n + 1;
                    count++;
                }
                return count;
            }

            static int longest(int limit) {
                int best = 0;
                for (int n = 1; n <= limit; n++) {
                    if (steps(n) > best) {
                        best = steps(n);
                    }
                }
                return best;
            }

            public static void main(String[] args) {
                System.out.println(steps(6) + " " + longest(5));
            }
        }
        """;

    [Fact]
    public async Task Faults_are_made_seen_and_put_right_in_two_languages()
    {
        using var scratch = new Scratch();
        scratch.Write("corpus/bill.py", Python);
        scratch.Write("corpus/Steps.java", Java);
        var manifest = scratch.Write("m.yaml", "apiVersion: codealchemy/v1\nkind: Pipeline\nname: dev\nsource: {files: {root: corpus}}\nstrategies: [code-dev]\noutput: {path: out}\n");
        var result = await Tool.Run(["run", manifest], TimeSpan.FromMinutes(10));
        Assert.True(result.ExitCode == 0, result.Stderr);
        var rows = Directory.EnumerateFiles(scratch["out/data"], "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines).Select(l => JsonDocument.Parse(l).RootElement).ToList();

        foreach (var language in new[] { "python", "java" })
        {
            var tasks = rows.Where(r => Text(r, "language") == language).Select(r => Text(r, "task")).ToHashSet();
            Assert.Superset(new HashSet<string> { "fix-bug", "locate-bug", "review-change", "complete-body", "complete-line", "write-docs", "write-tests", language == "python" ? "dead-code" : "rename" }, tasks);
        }

        foreach (var row in rows.Where(r => Text(r, "task") == "fix-bug"))
        {
            var (question, answer) = (Message(row, 0), Message(row, 1));
            var original = (Text(row, "language") == "python" ? Python : Java).ReplaceLineEndings("\n").Split('\n')[Line(row) - 1];
            Assert.Contains($"\n{original}\n", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(original + "\n", question, StringComparison.Ordinal);
            Assert.Equal(["execution", "fault", "fix"], row.GetProperty("verification").EnumerateArray().Select(v => Text(v, "method")));
        }

        Assert.Equal(0, (await Tool.Run("verify", "--derive", scratch["out"])).ExitCode);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    // The column holds JSON as text.
    private static int Line(JsonElement row)
    {
        using var extra = JsonDocument.Parse(Text(row, "extra"));
        return extra.RootElement.GetProperty("line").GetInt32();
    }

    private static string Message(JsonElement row, int index) => Text(row.GetProperty("messages")[index], "content");
}
