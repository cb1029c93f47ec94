using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>Rows made, looked through, decided about and exported in the editor.</summary>
public sealed class DatasetTests
{
    private const string Program = """
        def collatz(n):
            steps = 0
            while n != 1:
                if n % 2 == 0:
                    n = n // 2
                else:
                    n = 3 * n + 1
                steps += 1
            return steps


        def best(limit):
            winner = 1
            for candidate in range(1, limit):
                if collatz(candidate) > collatz(winner):
                    winner = candidate
            return winner


        print(best(8), collatz(6))
        """;

    [Fact]
    public async Task A_dialogue_of_a_function_is_edited_accepted_taken_back_accepted_and_exported()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("collatz.py");
        client.OpenDocument(uri, Program);
        var parameters = LspClient.Document(uri);
        parameters["strategy"] = "code-dialogue";
        parameters["function"] = "best";
        parameters["turns"] = 4;

        var made = (await client.Ask("codealchemy/generate", parameters))!;

        var run = (string)made["run"]!;
        Assert.StartsWith(folder.Path, run, StringComparison.Ordinal);
        var id = (string)made["rows"]![0]!["id"]!;
        Assert.Equal("undecided", (string?)made["rows"]![0]!["decision"]);
        var row = (await client.Ask("codealchemy/row", new JsonObject { ["run"] = run, ["id"] = id }))!;
        Assert.Equal(Program, (string?)row["source"]!["text"]);
        Assert.NotEmpty(row["verification"]!.AsArray());
        var messages = row["row"]!["messages"]!.DeepClone().AsArray();
        messages[^1]!["content"] = "An answer that a person wrote.";
        var edited = await Decide(client, run, id, "edit", messages, (string?)row["info"]!["digest"]);
        Assert.Equal("edited", (string?)edited["decision"]);
        await client.Heard("codealchemy/reviewsChanged", p => (string?)p["run"] == run);

        var back = await client.Ask("codealchemy/undo", new JsonObject { ["run"] = run });
        Assert.Equal(("undecided", false, true), ((string)back!["row"]!["decision"]!, (bool)back["canUndo"]!, (bool)back["canRedo"]!));
        var again = await client.Ask("codealchemy/redo", new JsonObject { ["run"] = run });
        Assert.Equal("edited", (string?)again!["row"]!["decision"]);

        var output = Path.Combine(folder.Path, "accepted.jsonl");
        var exported = await client.Ask("codealchemy/export", new JsonObject { ["run"] = run, ["output"] = output, ["accepted"] = true });
        Assert.Equal((1, 1), ((int)exported!["rows"]!, (int)exported["edited"]!));
        var line = JsonNode.Parse(Assert.Single(await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken)))!;
        Assert.Equal("An answer that a person wrote.", (string?)line["messages"]!.AsArray()[^1]!["content"]);
        Assert.Equal(-32803, await client.Refused("codealchemy/export", new JsonObject { ["run"] = run, ["output"] = output, ["accepted"] = true }));
    }

    [Fact]
    public async Task A_manifest_is_run_and_its_rows_and_rejects_are_looked_through()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "corpus"));
        for (var i = 0; i < 4; i++)
        {
            folder.Write($"corpus/p{i}.py", $"total = {i}\nfor k in range(5):\n    total += k * {i + 1}\nprint(total)\n");
        }

        folder.Write("corpus/waits.py", "print(input())\n");
        folder.Write("manifest.yaml", """
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: small
            source: {files: {root: corpus}}
            strategies: [{code-qa: {mode: grounded}}]
            output: {path: out}
            run: {rejects: {atMost: 100%}}
            """);
        await using var client = await LspClient.Open(folder.Path);

        var started = await client.Ask("codealchemy/startRun", new JsonObject { ["manifest"] = "manifest.yaml", ["workDoneToken"] = "w" });

        var run = (string)started!["run"]!;
        Assert.Equal(Path.Combine(folder.Path, "out"), run);
        await client.Heard("$/progress", p => (string?)p["token"] == "w" && (string?)p["value"]!["kind"] == "end");
        var listed = Assert.Single((await client.Ask("codealchemy/runs", new JsonObject()))!["runs"]!.AsArray())!;
        Assert.Equal((run, "small", "finished"), ((string)listed["run"]!, (string)listed["name"]!, (string)listed["state"]!));
        Assert.Equal((long)started["rows"]!, (long)listed["rows"]!);
        var reject = Assert.Single((await client.Ask("codealchemy/rejects", new JsonObject { ["run"] = run }))!["rejects"]!.AsArray())!;
        Assert.Equal(("waits.py", "waits-for-input"), ((string)reject["path"]!, (string)reject["reason"]!));

        var seen = new HashSet<string>();
        string? cursor = null;
        do
        {
            var page = (await client.Ask("codealchemy/rows", new JsonObject { ["run"] = run, ["count"] = 3, ["cursor"] = cursor }))!;
            Assert.All(page["rows"]!.AsArray(), row => Assert.True(seen.Add((string)row!["id"]!)));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        Assert.Equal((int)listed["rows"]!, seen.Count);

        var id = seen.First();
        Assert.Equal(-32803, await client.Refused("codealchemy/decide", new JsonObject { ["run"] = run, ["id"] = id, ["decision"] = "reject" }));
        Assert.Equal(-32602, await client.Refused("codealchemy/decide", new JsonObject { ["run"] = run, ["id"] = id, ["decision"] = "burn" }));
        var rejected = await client.Ask("codealchemy/decide", new JsonObject { ["run"] = run, ["id"] = id, ["decision"] = "reject", ["reason"] = "too easy" });
        Assert.Equal(("rejected", "too easy"), ((string)rejected!["decision"]!, (string)rejected["reason"]!));
        var undecided = (await client.Ask("codealchemy/rows", new JsonObject { ["run"] = run, ["decision"] = "undecided", ["count"] = 500 }))!["rows"]!.AsArray();
        Assert.Equal(seen.Count - 1, undecided.Count);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_can_be_gone_on_with()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "corpus"));
        for (var i = 0; i < 30; i++)
        {
            folder.Write($"corpus/p{i}.py", $"total = {i}\nfor k in range(5):\n    total += k * {i + 1}\nprint(total)\n");
        }

        folder.Write("manifest.yaml", """
            apiVersion: codealchemy/v1
            kind: Pipeline
            name: stopped
            source: {files: {root: corpus}}
            strategies: [{code-qa: {mode: grounded}}]
            output: {path: out}
            """);
        await using var client = await LspClient.Open(folder.Path);
        var (id, reply) = client.Send("codealchemy/startRun", new JsonObject { ["manifest"] = "manifest.yaml", ["workDoneToken"] = "w" });
        await client.Heard("$/progress", p => ((string?)p["value"]!["message"])?.StartsWith("rows", StringComparison.Ordinal) == true);

        client.Tell("$/cancelRequest", new JsonObject { ["id"] = id });

        Assert.Equal(-32800, (int)(await reply)["error"]!["code"]!);
        JsonObject finished;
        do
        {
            // The first start lets go of the folder in its own time.
            finished = await client.Request("codealchemy/startRun", new JsonObject { ["manifest"] = "manifest.yaml" });
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        while ((string?)finished["error"]?["data"]?["code"] == "run-folder-busy");
        Assert.Equal("finished", (string?)finished["result"]!["state"]);
    }

    [Fact]
    public async Task What_a_plugin_would_run_is_shown_before_it_is_installed()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var awk = Path.Combine(Installation.Root, "examples", "plugins", "awk");

        var asked = await client.Ask("codealchemy/installPlugin", new JsonObject { ["source"] = awk });
        Assert.Null(asked!["installed"]);
        Assert.NotEmpty(asked["question"]!["runs"]!.AsArray());
        var installed = await client.Ask("codealchemy/installPlugin", new JsonObject { ["source"] = awk, ["consent"] = true });

        Assert.Equal("awk", (string?)installed!["installed"]!["id"]);
        var plugins = (await client.Ask("codealchemy/plugins", new JsonObject()))!["plugins"]!.AsArray();
        Assert.Contains(plugins, plugin => (string?)plugin!["id"] == "python" && (string?)plugin["state"] == "ready");
        Assert.Contains(plugins, plugin => (string?)plugin!["id"] == "awk" && (string?)plugin["state"] == "ready");
        var uri = folder.Uri("add.awk");
        client.OpenDocument(uri, "function add(a, b) {\n    return a + b\n}\nBEGIN { print add(1, 2) }\n", "awk");
        Assert.NotEmpty((await client.Ask("textDocument/codeLens", LspClient.Document(uri)))!.AsArray());
        Assert.Equal(-32803, await client.Refused("codealchemy/installPlugin", new JsonObject { ["source"] = "/nowhere" }));
    }

    private static async Task<JsonNode> Decide(LspClient client, string run, string id, string decision, JsonArray messages, string? digest) => (await client.Ask("codealchemy/decide", new JsonObject
    {
        ["run"] = run, ["id"] = id, ["decision"] = decision, ["messages"] = messages, ["digest"] = digest,
    }))!;
}
