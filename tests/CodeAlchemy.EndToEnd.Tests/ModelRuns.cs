using System.Globalization;
using System.Text.Json;
using CodeAlchemy.DummyEndpoint;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>Runs with a model behind a real server on a socket, from the manifest to the dataset.</summary>
public sealed class ModelRuns : IDisposable
{
    private readonly Scratch _scratch = new();

    // Replies are cached by the model's name, and each test wants a cache of its own.
    private readonly string _model = $"plain-{Guid.NewGuid():n}";

    public ModelRuns()
    {
        for (var i = 1; i <= 3; i++)
        {
            _scratch.Write($"corpus/count{i}.py", $"total = 0\nfor i in range({i + 2}):\n    total += i\nprint('total', total)\n");
        }
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_same_manifest_computes_its_rows_without_a_model_and_asks_the_model_that_it_names()
    {
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer, Keep = true });

        await Run(Manifest("without", null), "without");
        await Run(Manifest("with", server.Url), "with");

        Assert.All(Rows("without"), row => Assert.Equal("grounded", row.GetProperty("labels").GetProperty("mode").GetString()));
        Assert.All(Rows("with"), row =>
        {
            Assert.Equal("model", row.GetProperty("labels").GetProperty("mode").GetString());
            Assert.Equal("dummy-1", row.GetProperty("provenance").GetProperty("model").GetString());
        });
        Assert.Contains(Rows("with"), row => row.GetProperty("task").GetString() == "write-program" && row.GetProperty("verification")[0].GetProperty("evidence").GetString() == "2 of 2 examples");
        Assert.Equal(0, (await Tool.Run("verify", _scratch["with"])).ExitCode);
        var again = await Tool.Run("run", Manifest("with", server.Url), "--output", _scratch["with"]);
        Assert.Contains("nothing to do", again.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_down_ends_the_run_unfinished_and_the_same_command_finishes_it_when_it_is_back()
    {
        var port = FreePort();
        var url = new Uri($"http://127.0.0.1:{port}/v1");
        var manifest = Manifest("down", url);

        var stopped = await Tool.Run("run", manifest, "--output", _scratch["down"]);
        Assert.Equal(4, stopped.ExitCode);
        Assert.Contains("[answers-missing]", stopped.Stderr, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_scratch["down"], "data")));

        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer }, port);
        await Run(manifest, "down");
        Assert.NotEmpty(Rows("down"));
    }

    [Fact]
    public async Task Rows_without_an_answer_can_be_given_up()
    {
        var ledger = await Run(Manifest("given-up", new Uri($"http://127.0.0.1:{FreePort()}/v1")), "given-up", "--give-up");

        var yield = Assert.Single(ledger.GetProperty("yield").EnumerateArray());
        Assert.Equal(12, yield.GetProperty("rejects").GetProperty("model-unavailable").GetInt64());
        Assert.True(ledger.GetProperty("balanced").GetBoolean());
    }

    [Fact]
    public async Task A_budget_stops_the_run_and_a_larger_one_takes_it_up_without_asking_again()
    {
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer });
        var manifest = Manifest("budget", server.Url);

        var stopped = await Tool.Run("run", manifest, "--output", _scratch["budget"], "--set", "models.default.maxTokens=200", "--set", "run.budget.tokens=2500");
        Assert.Equal(4, stopped.ExitCode);
        Assert.Contains("[budget-exhausted]", stopped.Stderr, StringComparison.Ordinal);
        Assert.InRange(server.Counts.Answered, 1, 23);

        await Run(manifest, "budget", "--set", "models.default.maxTokens=200", "--set", "run.budget.tokens=10000000");
        Assert.Equal(0, server.Counts.AskedAfterAnswer);
    }

    [Fact]
    public async Task Throttling_and_resets_lose_no_row()
    {
        var rules = new[]
        {
            new Rule(Behaviour.Error(429, "slow down", "rate_limit_exceeded", ("Retry-After", "0"))) { Share = 0.2, Seed = 1 },
            new Rule(new Behaviour { Kind = BehaviourKind.Reset }) { Share = 0.05, Seed = 2 },
        };
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer, Rules = rules });
        await using var calm = DummyServer.Start(new Script { Words = PlainModel.Answer });

        await Run(Manifest("rough", server.Url, problems: 12), "rough", "--set", "models.default.retry.attempts=8");
        _ = await Run(Manifest("calm", calm.Url, problems: 12, model: _model + "-calm"), "calm");

        Assert.True(server.Counts.Throttled > 0);
        Assert.Equal(Texts("calm"), Texts("rough"));
    }

    [Theory]
    [InlineData(BehaviourKind.Html, "model-unavailable malformed-reply")]
    [InlineData(BehaviourKind.TruncatedJson, "model-unavailable malformed-reply")]
    [InlineData(BehaviourKind.EmptyChoices, "model-unavailable malformed-reply")]
    [InlineData(BehaviourKind.Refusal, "model-refusal")]
    [InlineData(BehaviourKind.Huge, "reply-too-large")]
    [InlineData(BehaviourKind.TooLongLength, "model-unavailable")]
    [InlineData(BehaviourKind.Stall, "model-unavailable")]
    [InlineData(BehaviourKind.Endless, "reply-too-large")]
    public async Task A_server_that_misbehaves_gives_rejects_and_never_rows(BehaviourKind kind, string reasons)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Kind = kind, Status = kind == BehaviourKind.Html ? 502 : 200 }));

        var ledger = await Run(Manifest("bad", server.Url, problems: 2), "bad", "--give-up", "--set", "models.default.idleTimeout=1s", "--set", $"models.default.streaming={(kind == BehaviourKind.Endless ? "true" : "false")}");

        var yield = Assert.Single(ledger.GetProperty("yield").EnumerateArray());
        Assert.Equal(0, yield.GetProperty("rows").GetInt64());
        var rejects = yield.GetProperty("rejects").EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetInt64());
        Assert.Subset(reasons.Split(' ').ToHashSet(), rejects.Keys.ToHashSet());
        Assert.Equal(6, rejects.Values.Sum());
    }

    [Fact]
    public async Task A_reply_of_the_wrong_shape_is_repaired_twice_at_most_and_kept_as_evidence()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = "{\"colour\": \"blue\"}" }));

        var ledger = await Run(Manifest("shape", server.Url, problems: 1), "shape");

        Assert.Equal(3, Assert.Single(ledger.GetProperty("yield").EnumerateArray()).GetProperty("rejects").GetProperty("schema-mismatch").GetInt64());
        Assert.Equal(9, server.Counts.Requests);
        Assert.Contains("{\"colour\": \"blue\"}", (await Tool.Run("why", _scratch["shape"], "count1.py")).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_while_it_asks_it_asks_again_only_what_was_in_flight()
    {
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer, DelayMs = 150 });
        var manifest = Manifest("killed", server.Url, problems: 40, concurrency: 4);
        using (var process = Tool.Start(["run", manifest, "--output", _scratch["killed"], "--quiet"]))
        {
            _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            for (var tries = 0; tries < 600 && server.Counts.Answered < 20; tries++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(server.Counts.Answered >= 20);
        await Run(manifest, "killed");

        // Of four in flight, the dead process may have received some without having written them down.
        Assert.InRange(server.Counts.AskedAfterAnswer, 0, 4);
        await Run(Manifest("whole", server.Url, problems: 40, concurrency: 4), "whole");
        Assert.Equal(Texts("whole"), Texts("killed"));
    }

    [Fact]
    public async Task A_credential_goes_only_where_the_user_has_bound_it_and_is_never_shown()
    {
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer, Keep = true });
        var manifest = Manifest("key", server.Url, credential: "work");
        const string Secret = "a-secret-of-the-user";
        var environment = new Dictionary<string, string?> { ["CODEALCHEMY_HOME"] = _scratch["home"], ["WORK_KEY"] = Secret };

        async Task<ToolResult> Start() => await Tool.Run(["run", manifest, "--output", _scratch["key"]], TimeSpan.FromMinutes(5), environment);
        void Bind(string origin) => _scratch.Write("home/credentials.yaml", $"apiVersion: codealchemy/v1\nkind: Credentials\ncredentials:\n  work: {{origin: \"{origin}\", variable: WORK_KEY}}\n");

        var unknown = await Start();
        Bind("https://models.example");
        var elsewhere = await Start();
        Assert.All([unknown, elsewhere], result => Assert.Equal(5, result.ExitCode));
        Assert.Contains("there is no credential 'work'", unknown.Stderr, StringComparison.Ordinal);
        Assert.Contains("bound to https://models.example", elsewhere.Stderr, StringComparison.Ordinal);
        Assert.Empty(server.Seen);

        Bind(server.Url.GetLeftPart(UriPartial.Authority));
        var bound = await Start();
        Assert.True(bound.ExitCode == 0, bound.Stderr);
        Assert.All(server.Seen, request => Assert.Contains($"Bearer {Secret}", request.Headers, StringComparison.Ordinal));
        Assert.All([unknown, elsewhere, bound], result => Assert.DoesNotContain(Secret, result.Stderr + result.Stdout, StringComparison.Ordinal));
        Assert.All(
            Directory.EnumerateFiles(_scratch["key"], "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Secret, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Requests_go_to_batch_files_and_results_come_back_from_them_round_by_round()
    {
        var manifest = Manifest("batch", new Uri("http://127.0.0.1:9/v1"), problems: 2);
        var rounds = 0;
        ToolResult result;
        do
        {
            result = await Tool.Run("run", manifest, "--output", _scratch["batch"], "--batch", _scratch["files"]);
            foreach (var requests in Directory.EnumerateFiles(_scratch["files"], "requests-*.jsonl", SearchOption.AllDirectories).ToList())
            {
                await File.WriteAllLinesAsync(
                    Path.Combine(Path.GetDirectoryName(requests)!, $"results-{rounds}-{Path.GetFileName(requests)}"),
                    File.ReadLines(requests).Select(BatchResult),
                    TestContext.Current.CancellationToken);
            }
        }
        while (result.ExitCode == 4 && ++rounds < 8);

        Assert.True(result.ExitCode == 0, result.Stderr);
        Assert.InRange(rounds, 1, 4);
        Assert.NotEmpty(Texts("batch"));
    }

    [Fact]
    public async Task A_plan_tells_what_a_model_would_be_asked_and_with_ask_what_it_would_answer()
    {
        await using var server = DummyServer.Start(new Script { Words = PlainModel.Answer });
        var manifest = Manifest("plan", server.Url);

        var first = JsonDocument.Parse((await Tool.Run("plan", manifest, "--json", "--sample", "2")).Stdout).RootElement;
        Assert.Equal(0, server.Counts.Requests);
        var model = Assert.Single(first.GetProperty("models").EnumerateArray());
        Assert.True(model.GetProperty("promptTokens").GetProperty("expected").GetDouble() > 300);
        Assert.Equal(JsonValueKind.Null, model.GetProperty("cost").GetProperty("expected").ValueKind);

        var asked = JsonDocument.Parse((await Tool.Run("plan", manifest, "--json", "--sample", "2", "--ask")).Stdout).RootElement;
        Assert.True(server.Counts.Requests > 0);
        model = Assert.Single(asked.GetProperty("models").EnumerateArray());
        Assert.True(model.GetProperty("cost").GetProperty("expected").GetDouble() > 0);
        Assert.True(asked.GetProperty("strategies")[0].GetProperty("rows").GetProperty("expected").GetDouble() > 0);
    }

    [Fact]
    public async Task A_strategy_that_wants_a_model_is_refused_without_one()
    {
        var manifest = Manifest("none", null);

        var result = await Tool.Run("run", manifest, "--output", _scratch["none"], "--set", "strategies.code-qa.mode=model");

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("[no-model]", result.Stderr, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string BatchResult(string line)
    {
        var request = JsonDocument.Parse(line).RootElement;
        var content = PlainModel.Answer(request.GetProperty("body").GetRawText());
        return JsonSerializer.Serialize(new
        {
            id = "batch_req",
            custom_id = request.GetProperty("custom_id").GetString(),
            response = new
            {
                status_code = 200,
                body = new { model = "dummy-1", choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = "stop" } } },
            },
        });
    }

    private string Manifest(string name, Uri? url, int problems = 4, int concurrency = 16, string? credential = null, string? model = null)
    {
        var key = credential is null ? "" : $"credential: {credential}, ";
        var models = url is null ? "" : $"models:\n  default: {{endpoint: \"{url}\", model: {model ?? _model}, {key}maxConcurrency: {concurrency}, price: {{prompt: 1, completion: 2}}, retry: {{attempts: 2, shortest: 10ms, longest: 50ms}}}}\n";
        return _scratch.Write($"{name}.yaml", string.Create(CultureInfo.InvariantCulture, $"apiVersion: codealchemy/v1\nkind: Pipeline\nname: models\nsource: {{files: {{root: corpus}}}}\nstrategies: [code-qa: {{problems: {problems}}}]\n{models}output: {{path: out}}\n"));
    }

    private async Task<JsonElement> Run(string manifest, string output, params string[] more)
    {
        var result = await Tool.Run(["run", manifest, "--output", _scratch[output], .. more], TimeSpan.FromMinutes(5));
        Assert.True(result.ExitCode == 0, result.Stderr);
        return JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_scratch[output], "ledger.json"))).RootElement.Clone();
    }

    private List<JsonElement> Rows(string output) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(_scratch[output], "data"), "*.jsonl", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement),
    ];

    /// <summary>What the rows say, whatever their ids and run.</summary>
    private List<string> Texts(string output) => [.. Rows(output).Select(row => row.GetProperty("messages").GetRawText())];
}
