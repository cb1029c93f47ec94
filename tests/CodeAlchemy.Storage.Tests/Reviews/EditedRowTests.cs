using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Storage.Tests.Reviews;

public sealed class EditedRowTests
{
    private static readonly JsonElement Row = JsonSerializer.Deserialize<JsonElement>(ReviewedRows.Line(1));

    [Fact]
    public void An_edited_row_has_the_columns_of_a_row_and_says_what_was_edited()
    {
        var question = Row.GetProperty("messages")[0].GetProperty("content").GetString()!;

        var edited = Edit(new("user", question), new("assistant", "four", "2 + 2"));

        Assert.Equal(Row.EnumerateObject().Select(c => c.Name), edited.EnumerateObject().Select(c => c.Name));
        Assert.Equal(("four", "2 + 2"), (edited.GetProperty("messages")[1].GetProperty("content").GetString(), edited.GetProperty("messages")[1].GetProperty("reasoning").GetString()));
        Assert.True(edited.GetProperty("has_reasoning").GetBoolean());
        Assert.Equal($$"""{"tokenizer":"letters","count":{{question.Length + 9}}}""", edited.GetProperty("tokens").GetRawText());
        Assert.Equal("""[{"method":"execution","status":"unverified","evidence":"digest"}]""", edited.GetProperty("verification").GetRawText());
        Assert.Equal(Row.GetProperty("id").GetString(), edited.GetProperty("id").GetString());
        Assert.Equal(
            """{"decision":"edit","sequence":9,"time":"2026-01-31T12:00:00.000Z","author":"ada","reason":null,"edited":["messages[1].content","messages[1].reasoning"],"digest":"000000000000000000000000000000ff"}""",
            edited.GetProperty("provenance").GetProperty("review").GetRawText());
    }

    [Fact]
    public void Other_turns_are_another_conversation()
    {
        var edited = Edit(new("user", "a"), new("assistant", "b"), new("user", "c"), new("assistant", "d"));
        Assert.Equal("""["messages"]""", edited.GetProperty("provenance").GetProperty("review").GetProperty("edited").GetRawText());
    }

    private static JsonElement Edit(params Message[] messages)
    {
        var edit = new ReviewRecord
        {
            Sequence = 9, Time = new FixedClock().Now, Decision = ReviewDecision.Edit, Row = new RowKey("qa", 1, 255), Messages = [.. messages], Author = "ada",
        };
        return JsonSerializer.Deserialize<JsonElement>(EditedRow.Of(Row, edit, "letters", text => text.Length));
    }
}
