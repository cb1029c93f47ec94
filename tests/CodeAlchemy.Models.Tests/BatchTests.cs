using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Batches;

namespace CodeAlchemy.Models.Tests;

public sealed class BatchTests : IDisposable
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/v1");
    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder.File("dummy-1");

    [Fact]
    public async Task Requests_wait_in_files_of_the_batch_format_and_results_answer_them()
    {
        using (var models = Open())
        {
            Assert.All(await models.AskAll(3, 1), outcome => Assert.Equal((RejectReasons.BatchPending, false), (outcome.Failure!.Reason, outcome.Failure.IsFinal)));
            await models.Ask("question 0");
        }

        var requests = File.ReadAllLines(Path.Combine(Folder, "requests-00001.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(3, requests.Length);
        Assert.Equal(("POST", "/v1/chat/completions", "dummy-1"), (requests[0].GetProperty("method").GetString(), requests[0].GetProperty("url").GetString(), requests[0].GetProperty("body").GetProperty("model").GetString()));
        Answer("results.jsonl", Line(requests[0], Reply("first")), Error(requests[1]));

        using (var models = Open())
        {
            var outcomes = await models.AskAll(3, 1);
            Assert.Equal("first", outcomes[0].Reply!.Content);
            Assert.Equal(RejectReasons.ModelRefused, outcomes[1].Failure!.Reason);
            Assert.Contains("too long", outcomes[1].Failure!.Detail, StringComparison.Ordinal);
            Assert.Equal(RejectReasons.BatchPending, outcomes[2].Failure!.Reason);
        }

        // What waits already is not written a second time.
        Assert.Single(Directory.GetFiles(Folder, "requests-*.jsonl"));
    }

    [Fact]
    public async Task Files_are_split_at_the_limit()
    {
        using (var models = Open(new BatchFolder(_folder.Path, RequestsPerFile: 2)))
        {
            await models.AskAll(5, 1);
        }

        Assert.Equal([2, 2, 1], Directory.GetFiles(Folder).Order().Select(file => File.ReadAllLines(file).Length));
    }

    [Fact]
    public async Task A_repair_becomes_a_request_of_the_next_round()
    {
        // A schema of several lines must not break the line that holds it.
        var request = Kit.Request("number?") with { Schema = new ReplySchema("n", "{\n  \"type\": \"integer\"\n}\n") };
        using (var models = Open())
        {
            await models.Ask(request);
        }

        var first = JsonDocument.Parse(File.ReadAllLines(Path.Combine(Folder, "requests-00001.jsonl")).Single()).RootElement;
        Answer("results.jsonl", Line(first, Reply("many")));
        using (var models = Open())
        {
            Assert.Equal(RejectReasons.BatchPending, (await models.Ask(request)).Failure!.Reason);
        }

        var second = JsonDocument.Parse(File.ReadAllLines(Path.Combine(Folder, "requests-00002.jsonl")).Single()).RootElement;
        Answer("results2.jsonl", Line(second, Reply("7")));
        using (var models = Open())
        {
            Assert.Equal(7, (await models.Ask(request)).Reply!.Structured!.Value.GetInt32());
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"custom_id\":\"someone else's\"}")]
    public async Task A_line_that_is_no_result_is_passed_over(string line)
    {
        Directory.CreateDirectory(Folder);
        Answer("results.jsonl", line);
        using var models = Open();

        Assert.Equal(RejectReasons.BatchPending, (await models.Ask("q")).Failure!.Reason);
    }

    [Fact]
    public async Task A_result_without_a_completion_is_a_failure_with_the_raw_line()
    {
        using (var models = Open())
        {
            await models.Ask("q");
        }

        var request = JsonDocument.Parse(File.ReadAllLines(Path.Combine(Folder, "requests-00001.jsonl")).Single()).RootElement;
        Answer("results.jsonl", Line(request, "{\"choices\":[]}"));
        using (var models = Open())
        {
            var failure = (await models.Ask("q")).Failure!;
            Assert.Equal(RejectReasons.MalformedReply, failure.Reason);
            Assert.Contains("choices", failure.Raw!, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Reply(string content) =>
        $$$"""{"model":"dummy-1","choices":[{"message":{"content":"{{{content}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}""";

    private static string Line(JsonElement request, string body) =>
        """{"id":"b1","custom_id":"ID","response":{"status_code":200,"body":BODY},"error":null}"""
            .Replace("ID", request.GetProperty("custom_id").GetString(), StringComparison.Ordinal).Replace("BODY", body, StringComparison.Ordinal);

    private static string Error(JsonElement request) =>
        """{"id":"b2","custom_id":"ID","response":{"status_code":400,"body":{"error":{"message":"too long"}}},"error":null}"""
            .Replace("ID", request.GetProperty("custom_id").GetString(), StringComparison.Ordinal);

    private void Answer(string name, params string[] lines) => File.WriteAllLines(Path.Combine(Folder, name), lines);

    private ChatModels Open(BatchFolder? folder = null) => ChatModels.Open(Kit.Options(Kit.Endpoint(Nowhere)) with { Batch = folder ?? new BatchFolder(_folder.Path) });
}
