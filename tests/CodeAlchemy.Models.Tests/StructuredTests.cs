using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.DummyEndpoint;

namespace CodeAlchemy.Models.Tests;

public sealed class StructuredTests
{
    private const string Good = """{"name":"ada","age":36}""";
    private static readonly ReplySchema Person = new("person", """{"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"}},"required":["name","age"],"additionalProperties":false}""");

    [Theory]
    [InlineData(Good)]
    [InlineData("```json\n" + Good + "\n```")]
    [InlineData("Here it is:\n```\n" + Good + "\n```\nAnything else?")]
    [InlineData("<think>hm</think>" + Good)]
    public async Task A_reply_that_holds_to_the_schema_comes_as_json(string content)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = content }));
        using var models = Kit.Open(server);

        var reply = (await models.Ask(Kit.Request("who?") with { Schema = Person })).Reply!;

        Assert.Equal(36, reply.Structured!.Value.GetProperty("age").GetInt32());
        Assert.Equal(1, server.Counts.Requests);
    }

    [Theory]
    [InlineData("""{"name":"ada"}""", "$ lacks 'age'")]
    [InlineData("""{"name":"ada","age":"36"}""", "$.age must be integer, not string")]
    [InlineData("""{"name":"ada","age":36,"extra":1}""", "$.extra is not allowed")]
    [InlineData("""{"name":"ada","age":36""", "it is not valid JSON")]
    [InlineData("""{"name":"ada","age":36,"age":37}""", "it is not valid JSON")]
    [InlineData("""{"name":"\ud800","age":36}""", "it is not valid JSON")]
    [InlineData("Ada, who is 36.", "it is not valid JSON")]
    [InlineData("```json\n{}\n```\nor\n```json\n{}\n```", "there are 2 fenced blocks")]
    public async Task A_wrong_reply_is_repaired_in_the_conversation(string wrong, string says)
    {
        await using var server = DummyServer.Start(
            new Rule(new Behaviour { Content = Good }) { Contains = "does not hold to the schema" },
            new Rule(new Behaviour { Content = wrong }));
        using var models = Kit.Open(server);

        var reply = (await models.Ask(Kit.Request("who?") with { Schema = Person })).Reply!;

        Assert.Equal("ada", reply.Structured!.Value.GetProperty("name").GetString());
        Assert.Equal(2, server.Counts.Requests);
        Assert.Contains(says, server.Seen.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_stays_wrong_is_a_reject_with_the_raw_reply_after_two_repairs()
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = """{"name":"ada"}""" }));
        using var models = Kit.Open(server);

        var failure = (await models.Ask(Kit.Request("who?") with { Schema = Person })).Failure!;

        Assert.Equal((RejectReasons.SchemaMismatch, """{"name":"ada"}""", true), (failure.Reason, failure.Raw, failure.IsFinal));
        Assert.Contains("$ lacks 'age'", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(3, server.Counts.Requests);
    }

    [Theory]
    [InlineData(StructuredMode.JsonSchema, "\"type\":\"json_schema\",\"json_schema\":{\"name\":\"person\"", false)]
    [InlineData(StructuredMode.JsonObject, "\"response_format\":{\"type\":\"json_object\"}", true)]
    [InlineData(StructuredMode.Prompt, "JSON Schema", true)]
    public async Task The_endpoint_is_told_the_shape_in_the_way_it_understands(StructuredMode mode, string says, bool instructed)
    {
        await using var server = DummyServer.Start(new Rule(new Behaviour { Content = Good }));
        using var models = ChatModels.Open(Kit.Options(Kit.Endpoint(server) with { Structured = mode }));

        await models.Ask(Kit.Request("who?") with { Schema = Person });

        var body = server.Seen.Single().Body;
        Assert.Contains(says, body, StringComparison.Ordinal);
        Assert.Equal(instructed, body.Contains("Reply with one JSON value", StringComparison.Ordinal));
        Assert.Equal(mode != StructuredMode.Prompt, body.Contains("response_format", StringComparison.Ordinal));
        Assert.Equal(mode == StructuredMode.JsonSchema, body.Contains("\"strict\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_schema_outside_the_subset_is_refused_before_anything_is_sent()
    {
        await using var server = DummyServer.Start();
        using var models = Kit.Open(server);

        var refused = await Assert.ThrowsAsync<ArgumentException>(async () => await models.Ask(Kit.Request("q") with { Schema = new ReplySchema("s", """{"type":"object","properties":{"a":{"contains":{}}}}""") }));

        Assert.Contains("$.properties.a.contains", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Counts.Requests);
    }
}
