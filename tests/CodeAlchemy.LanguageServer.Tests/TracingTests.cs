using System.Text.Json.Nodes;
using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>Real programs, run and traced through a real server.</summary>
public sealed class TracingTests
{
    private const string Python = """
        def mix(a, b):
            total = a
            for i in range(b):
                total += i
            if total > 1000:
                print("big")
            return total


        try:
            print(mix(3, 5), mix(1, 2))
            raise ValueError("no 😀")
        except ValueError as e:
            word = str(e)
        x = int("q")
        """;

    private const string Java = """
        public class Sum {
            static int square(int n) {
                int result = n * n;
                return result;
            }

            public static void main(String[] args) {
                int sum = 0;
                for (int i = 1; i <= 3; i++) {
                    sum += square(i);
                }
                System.out.println(sum);
            }
        }
        """;

    [Fact]
    public async Task A_python_file_shows_the_values_of_its_lines()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, Python);
        Assert.Empty(await client.Inlays(uri));

        var info = await client.Ask("codealchemy/trace", LspClient.Document(uri));

        Assert.Equal(("error", 1, "13 2\n", 1), ((string)info!["status"]!, (int)info["exitCode"]!, (string)info["stdout"]!, (int)info["version"]!));
        var inlays = await client.Inlays(uri);
        Assert.Equal("total = 3 … 1 (2×)", inlays[1]);
        Assert.Equal("→ 13 … 2 (2×)", inlays[6]);
        Assert.Equal("word = 'no 😀'", inlays[13]);
        Assert.DoesNotContain(5, inlays.Keys);
    }

    [Fact]
    public async Task A_java_file_shows_the_values_of_its_lines()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("Sum.java");
        client.OpenDocument(uri, Java, "java");

        var info = await client.Ask("codealchemy/trace", LspClient.Document(uri));

        Assert.Equal(("ok", "14\n"), ((string)info!["status"]!, (string)info["stdout"]!));
        var inlays = await client.Inlays(uri);
        Assert.Contains("result = 1 … 9 (3×)", inlays[2], StringComparison.Ordinal);
        Assert.Contains("→ 1 … 9 (3×)", inlays[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_values_of_a_variable_over_time_stand_in_the_hover()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, Python);
        await client.Ask("codealchemy/trace", LspClient.Document(uri));

        var hover = await client.Ask("textDocument/hover", LspClient.At(uri, 3, 10));

        var text = (string)hover!["contents"]!["value"]!;
        Assert.Contains("`total` in the last run: 7 values", text, StringComparison.Ordinal);
        Assert.Contains("| 4 | 2 | `13` |", text, StringComparison.Ordinal);
        Assert.Equal(8, (int)hover["range"]!["start"]!["character"]!);
        Assert.Null(await client.Ask("textDocument/hover", LspClient.At(uri, 7, 0)));
    }

    [Fact]
    public async Task Exceptions_and_what_was_not_reached_are_diagnostics_of_that_version()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, Python);
        await client.Ask("codealchemy/trace", LspClient.Document(uri));

        var published = await client.Heard("textDocument/publishDiagnostics", p => p["diagnostics"]!.AsArray().Count > 0);

        Assert.Equal(1, (int)published["version"]!);
        var found = published["diagnostics"]!.AsArray().ToDictionary(d => (string)d!["code"]!, d => d!);
        Assert.Equal(11, (int)found["exception-caught"]["range"]!["start"]!["line"]!);
        Assert.Contains("ValueError: no 😀; caught at line 13", (string)found["exception-caught"]["message"]!, StringComparison.Ordinal);
        Assert.Equal(14, (int)found["exception-uncaught"]["range"]!["start"]!["line"]!);
        Assert.Equal(5, (int)found["not-reached"]["range"]!["start"]!["line"]!);
        Assert.Equal([1], found["not-reached"]["tags"]!.AsArray().Select(tag => (int)tag!));
    }

    [Fact]
    public async Task An_edit_takes_values_and_diagnostics_away()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, Python);
        await client.Ask("codealchemy/trace", LspClient.Document(uri));
        Assert.NotEmpty(await client.Inlays(uri));

        client.Edit(uri, 2, (0, 0, 0, 0, "# changed\n"));

        Assert.Empty(await client.Inlays(uri));
        Assert.Null(await client.Ask("textDocument/hover", LspClient.At(uri, 4, 10)));
        var published = await client.Heard("textDocument/publishDiagnostics", p => (int)p["version"]! == 2);
        Assert.Empty(published["diagnostics"]!.AsArray());
    }

    [Fact]
    public async Task A_client_that_pulls_diagnostics_gets_none_pushed()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(
            folder.Path, capabilities: new JsonObject { ["textDocument"] = new JsonObject { ["diagnostic"] = new JsonObject() } });
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, Python);
        await client.Ask("codealchemy/trace", LspClient.Document(uri));

        var report = await client.Ask("textDocument/diagnostic", LspClient.Document(uri));

        Assert.Equal("full", (string?)report!["kind"]);
        Assert.Equal(3, report["items"]!.AsArray().Count);
        await client.Ask("shutdown", null);
        client.Tell("exit", []);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Heard("textDocument/publishDiagnostics"));
    }

    [Fact]
    public async Task What_the_compiler_refuses_stands_at_its_line()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("bad.c");
        client.OpenDocument(uri, "int main(void) {\n    int x = 1;\n    return x + y;\n}\n", "c");

        var info = await client.Ask("codealchemy/trace", LspClient.Document(uri));

        Assert.Equal("compile-error", (string?)info!["status"]);
        var published = await client.Heard("textDocument/publishDiagnostics", p => p["diagnostics"]!.AsArray().Count > 0);
        var error = Assert.Single(published["diagnostics"]!.AsArray())!;
        Assert.Equal((1, 2), ((int)error["severity"]!, (int)error["range"]!["start"]!["line"]!));
        Assert.Contains("undeclared (first use in this function)", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_can_be_walked_both_ways()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, Python);
        var info = await client.Ask("codealchemy/trace", LspClient.Document(uri));
        var trace = (string)info!["trace"]!;
        var steps = (await client.Ask("codealchemy/traceSteps", new JsonObject { ["trace"] = trace, ["from"] = 0, ["count"] = 5000 }))!;

        Assert.Equal((int)info["steps"]!, (int)steps["total"]!);
        Assert.Equal((int)steps["total"]!, steps["steps"]!.AsArray().Count);
        var call = steps["steps"]!.AsArray().First(s => (string?)s!["function"] == "mix")!;
        var state = await State((int)call["step"]! + 5);
        Assert.Equal(["mix", "<module>"], state["frames"]!.AsArray().Select(f => (string?)f!["function"]));
        Assert.Equal("3", Variable(state, "total"));
        var later = await State((int)steps["steps"]!.AsArray().Last(s => (string?)s!["kind"] == "exception")!["step"]!);
        Assert.Equal("13 2\n", (string?)later["stdout"]);
        Assert.Equal("'no 😀'", Variable(later, "word"));
        var again = await State((int)call["step"]! + 5);
        Assert.Equal(state.ToJsonString(), again.ToJsonString());

        async Task<JsonNode> State(int step) => (await client.Ask("codealchemy/traceState", new JsonObject { ["trace"] = trace, ["step"] = step }))!;
        static string? Variable(JsonNode state, string name) =>
            (string?)state["frames"]![0]!["variables"]!.AsArray().First(v => (string?)v!["name"] == name)!["value"];
    }

    [Fact]
    public async Task Arguments_input_and_cases_reach_the_program()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Write("echo.py", "import sys\nprint(sys.argv[1:], input())\n");
        folder.Write("echo.py.cases.yaml", "apiVersion: codealchemy/v1\ncases:\n  - {name: one, arguments: [x], stdin: \"from a case\\n\"}\n");
        client.OpenDocument(uri, "import sys\nprint(sys.argv[1:], input(), 'edited')\n");
        var run = LspClient.Document(uri);
        run["arguments"] = new JsonArray("a", "b c");
        run["stdin"] = "typed\n";

        var typed = await client.Ask("codealchemy/trace", run);

        Assert.Equal("['a', 'b c'] typed edited\n", (string?)typed!["stdout"]);
        Assert.Equal(["one"], (await client.Ask("codealchemy/cases", LspClient.Document(uri)))!["cases"]!.AsArray().Select(name => (string)name!));
        run = LspClient.Document(uri);
        run["case"] = "one";
        Assert.Equal("['x'] from a case edited\n", (string?)(await client.Ask("codealchemy/trace", run))!["stdout"]);
        run = LspClient.Document(uri);
        run["case"] = "two";
        Assert.Equal(-32803, await client.Refused("codealchemy/trace", run));
    }

    [Fact]
    public async Task Nothing_is_run_in_a_folder_that_is_not_trusted()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path, trusted: false);
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, Python);

        Assert.Equal(-32803, await client.Refused("codealchemy/trace", LspClient.Document(uri)));
        var predict = LspClient.Document(uri);
        predict["kind"] = "output";
        Assert.Equal(-32803, await client.Refused("codealchemy/predict", predict));
        Assert.NotEmpty((await client.Ask("textDocument/codeLens", LspClient.Document(uri)))!.AsArray());
    }

    [Fact]
    public async Task Lenses_and_actions_stand_at_functions_and_run_by_their_commands()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("mix.py");
        client.OpenDocument(uri, "# first\n" + Python);

        var lenses = (await client.Ask("textDocument/codeLens", LspClient.Document(uri)))!.AsArray();
        var trace = lenses.First(lens => (int)lens!["range"]!["start"]!["line"]! == 1 && (string?)lens["command"]!["title"] == "▶ Trace")!["command"]!;
        var result = await client.Ask("workspace/executeCommand", new JsonObject { ["command"] = trace["command"]!.DeepClone(), ["arguments"] = trace["arguments"]!.DeepClone() });

        Assert.Equal(["▶ Trace", "Predict", "Tasks", "Dialogue", "Questions"], Titles(lenses, 1));
        Assert.Equal("13 2\n", (string?)result!["stdout"]);
        lenses = (await client.Ask("textDocument/codeLens", LspClient.Document(uri)))!.AsArray();
        Assert.Equal("called twice, last → 2", Titles(lenses, 1).Last());
        var folds = (await client.Ask("textDocument/foldingRange", LspClient.Document(uri)))!.AsArray();
        Assert.Equal("… called twice", (string?)Assert.Single(folds)!["collapsedText"]);
        var parameters = LspClient.Document(uri);
        parameters["range"] = LspClient.Range(3, 0, 3, 0);
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray() };
        var actions = (await client.Ask("textDocument/codeAction", parameters))!.AsArray();
        Assert.Equal("mix", (string?)actions[0]!["command"]!["arguments"]![0]!["function"]);

        static IEnumerable<string?> Titles(JsonArray lenses, int line) =>
            lenses.Where(lens => (int)lens!["range"]!["start"]!["line"]! == line).Select(lens => (string?)lens!["command"]!["title"]);
    }

    [Fact]
    public async Task A_prediction_hides_what_lenses_and_diagnostics_say_of_the_run()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("show.py");
        client.OpenDocument(uri, "def show(i):\n    if i > 9:\n        print('many')\n\nshow(3)\n");
        var parameters = LspClient.Document(uri);
        parameters["kind"] = "output";
        var task = await client.Ask("codealchemy/predict", parameters);

        Assert.DoesNotContain("called", await Lenses(), StringComparison.Ordinal);
        Assert.DoesNotContain("not-reached", await Diagnostics(), StringComparison.Ordinal);
        await client.Ask("codealchemy/answer", new JsonObject { ["prediction"] = (string)task!["prediction"]!, ["answer"] = "" });
        Assert.Contains("called once", await Lenses(), StringComparison.Ordinal);
        Assert.Contains("not-reached", await Diagnostics(), StringComparison.Ordinal);

        async Task<string> Lenses() => (await client.Ask("textDocument/codeLens", LspClient.Document(uri)))!.ToJsonString();
        async Task<string> Diagnostics() => (await client.Ask("textDocument/diagnostic", LspClient.Document(uri)))!.ToJsonString();
    }

    [Fact]
    public async Task A_prediction_hides_the_values_until_it_is_answered()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("count.py");
        client.OpenDocument(uri, "for i in range(3):\n    print('line', i)\n");
        var parameters = LspClient.Document(uri);
        parameters["kind"] = "output";

        var task = await client.Ask("codealchemy/predict", parameters);

        Assert.DoesNotContain("line 0", task!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await client.Inlays(uri));
        var id = (string)task["prediction"]!;
        var score = await client.Ask("codealchemy/answer", new JsonObject { ["prediction"] = id, ["answer"] = "line 0\nline 1\nline 3\n" });
        Assert.Equal((false, 3, "line 0\nline 1\nline 2\n"), ((bool)score!["exactMatch"]!, (int)score["firstDivergentStep"]!, (string)score["expected"]!));
        Assert.Equal(0.8, (double)score["rouge2"]!, 3);
        Assert.NotEmpty(await client.Inlays(uri));
        Assert.Equal(-32803, await client.Refused("codealchemy/answer", new JsonObject { ["prediction"] = id, ["answer"] = "" }));
        parameters = LspClient.Document(uri);
        parameters["kind"] = "trace";
        task = await client.Ask("codealchemy/predict", parameters);
        score = await client.Ask("codealchemy/answer", new JsonObject { ["prediction"] = (string)task!["prediction"]!, ["answer"] = "call <module>\nline 1\nline 2 i=0\n" });
        Assert.Equal(4, (int)score!["firstDivergentStep"]!);
    }

    [Fact]
    public async Task A_model_may_predict_and_sees_the_program_but_not_what_it_did()
    {
        await using var model = DummyServer.Start(new Rule(new Behaviour { Content = "It counts.\n\n```\nline 0\nline 1\n```" }));
        using var folder = new Folder();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".codealchemy"));
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("count.py");
        // Another program each time: what was answered once is not asked again.
        client.OpenDocument(uri, $"for i in range(2):\n    print('line', i)\n# {Guid.NewGuid():n}\n");
        var parameters = LspClient.Document(uri);
        parameters["kind"] = "output";
        var id = (string)(await client.Ask("codealchemy/predict", parameters))!["prediction"]!;
        Assert.Equal(-32803, await client.Refused("codealchemy/modelAnswer", new JsonObject { ["prediction"] = id }));

        folder.Write(".codealchemy/models.yaml", $"models: {{default: {{endpoint: \"{model.Url}\", model: m}}}}\n");
        var answer = (string)(await client.Ask("codealchemy/modelAnswer", new JsonObject { ["prediction"] = id }))!["answer"]!;

        Assert.Equal("line 0\nline 1\n", answer);
        var asked = Assert.Single(model.Seen).Body;
        Assert.Contains("for i in range(2):", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("line 0", asked, StringComparison.Ordinal);
        var score = await client.Ask("codealchemy/answer", new JsonObject { ["prediction"] = id, ["answer"] = answer });
        Assert.True((bool)score!["exactMatch"]!);
    }

    [Fact]
    public async Task A_tracer_that_is_killed_is_a_result_and_the_server_goes_on()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("dies.py");
        client.OpenDocument(uri, "import os\nx = 1\nos.kill(os.getpid(), 9)\n");

        var info = await client.Ask("codealchemy/trace", LspClient.Document(uri));

        Assert.Equal("signal", (string?)info!["status"]);
        Assert.Equal("x = 1", (await client.Inlays(uri))[1]);
        client.Edit(uri, 2, (2, 0, 2, 23, "print(x)"));
        Assert.Equal("1\n", (string?)(await client.Ask("codealchemy/trace", LspClient.Document(uri)))!["stdout"]);
    }
}
