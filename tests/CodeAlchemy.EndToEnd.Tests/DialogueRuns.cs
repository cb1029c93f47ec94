using System.Text.Json;
using CodeAlchemy.DummyEndpoint;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>Conversations over real runs, computed and in the words of a model.</summary>
public sealed class DialogueRuns : IDisposable
{
    private const string Python = """
        import sys


        def steps(n):
            count = 0
            while n != 1:
                if n % 2 == 0:
                    n = n // 2
                else:
                    n = 3 * n + 1
                count += 1
            return count


        def main(arguments):
            best = 0
            for text in arguments:
                found = steps(int(text))
                print(text, "takes", found, "steps")
                if found > best:
                    best = found
            print("most", best)


        main(sys.argv[1:] or ["6", "7"])
        """;

    private const string C = """
        #include <stdio.h>

        static int digits(int n) {
            int sum = 0;
            while (n > 0) {
                sum += n % 10;
                n /= 10;
            }
            return sum;
        }

        int main(void) {
            int total = 0;
            for (int n = 95; n < 103; n += 3) {
                int sum = digits(n);
                if (sum > 9) {
                    total += sum;
                }
                printf("%d has %d\n", n, sum);
            }
            printf("total %d\n", total);
            return 0;
        }
        """;

    private readonly Scratch _scratch = new();

    public DialogueRuns()
    {
        _scratch.Write("corpus/steps.py", Python);
        _scratch.Write("corpus/steps.py.cases.yaml", "apiVersion: codealchemy/v1\ncases:\n  - name: default\n  - name: others\n    arguments: [\"3\", \"16\", \"9\"]\n");
        _scratch.Write("corpus/digits.c", C);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Without_a_model_both_files_give_conversations_that_are_derived_again()
    {
        var rows = await Rows("{turns: 5, dialogues: 4}", "");

        foreach (var language in new[] { "python", "c" })
        {
            var tasks = rows.Where(r => Text(r, "language") == language).Select(r => Text(r, "task")).ToHashSet();
            Assert.Superset(new HashSet<string> { "explore", "what-if", "debug" }, tasks);
        }

        foreach (var row in rows)
        {
            var messages = row.GetProperty("messages").EnumerateArray().ToList();
            Assert.Equal(Enumerable.Range(0, messages.Count).Select(i => i % 2 == 0 ? "user" : "assistant"), messages.Select(m => Text(m, "role")));
            Assert.InRange(messages.Count, 6, 10);
            Assert.Equal("execution", Text(row.GetProperty("verification")[0], "method"));
            Assert.All(row.GetProperty("verification").EnumerateArray(), v => Assert.Equal("verified", Text(v, "status")));
        }

        Assert.Equal(0, (await Tool.Run("verify", "--derive", _scratch["out"])).ExitCode);
    }

    [Fact]
    public async Task A_model_behind_a_server_writes_them_and_what_was_not_checked_is_marked()
    {
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer });
        var rows = await Rows("{turns: 3, dialogues: 1, tasks: [explore]}", $"models: {{default: {{endpoint: \"{server.Url}\", model: \"talk-{Guid.NewGuid():n}\"}}}}\n");

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Equal("model", Text(row.GetProperty("labels"), "mode"));
            Assert.Contains(row.GetProperty("verification").EnumerateArray(), v => Text(v, "method") == "prose" && Text(v, "status") == "unverified");
            Assert.Equal(6, row.GetProperty("messages").GetArrayLength());
        });
        Assert.Equal(0, (await Tool.Run("verify", "--derive", _scratch["out"])).ExitCode);
    }

    private async Task<List<JsonElement>> Rows(string options, string models)
    {
        var manifest = _scratch.Write(
            "m.yaml", $"apiVersion: codealchemy/v1\nkind: Pipeline\nname: talks\nsource: {{files: {{root: corpus}}}}\nstrategies: [code-dialogue: {options}]\n{models}output: {{path: out}}\n");
        var result = await Tool.Run(["run", manifest], TimeSpan.FromMinutes(10));
        Assert.True(result.ExitCode == 0, result.Stderr);
        return [.. Directory.EnumerateFiles(_scratch["out/data"], "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
