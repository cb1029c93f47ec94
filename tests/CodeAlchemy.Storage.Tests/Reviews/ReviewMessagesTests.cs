using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Storage.Tests.Reviews;

public sealed class ReviewMessagesTests
{
    [Fact]
    public void Turns_of_a_conversation_are_read_with_their_reasoning()
    {
        Assert.Null(ReviewMessages.Read(Json("""
            [{"role":"system","content":"s"},{"role":"user","content":"u"},{"role":"assistant","content":"a","reasoning":"r"},{"role":"user","content":"v"},{"role":"assistant","content":"b"}]
            """), out var messages));
        Assert.Equal([new("system", "s"), new("user", "u"), new("assistant", "a", "r"), new("user", "v"), new("assistant", "b")], messages.AsEnumerable<Message>());
    }

    [Theory]
    [InlineData("{}", "not a list")]
    [InlineData("[]", "the last message is not the assistant's")]
    [InlineData("""[{"role":"system","content":"s"}]""", "the last message is not the assistant's")]
    [InlineData("""[{"role":"user","content":"u"}]""", "the last message is not the assistant's")]
    [InlineData("""[{"role":"assistant","content":"a"}]""", "message 1 is of the role 'assistant' where 'user' has its turn")]
    [InlineData("""[{"role":"user","content":"u"},{"role":"user","content":"u"}]""", "message 2 is of the role 'user' where 'assistant' has its turn")]
    [InlineData("""[{"role":"user","content":"u"},{"role":"tool","content":"u"}]""", "message 2 is of the role 'tool'")]
    [InlineData("""[{"role":"user","content":" \n"},{"role":"assistant","content":"a"}]""", "message 1 is empty")]
    [InlineData("""[{"role":"user","content":"u"},{"role":"assistant","content":7}]""", "message 2 is not an object")]
    [InlineData("""[{"role":"user","content":"u"},{"role":"assistant"}]""", "message 2 is not an object")]
    [InlineData("""[{"role":"user","content":"u","weight":"1"},{"role":"assistant","content":"a"}]""", "message 1 is not an object")]
    [InlineData("""["u"]""", "message 1 is not an object")]
    public void Anything_else_is_refused_in_words(string json, string problem)
    {
        Assert.Contains(problem, ReviewMessages.Read(Json(json), out var messages), StringComparison.Ordinal);
        Assert.Empty(messages);
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
