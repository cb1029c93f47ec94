using System.Text.Json;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

public sealed class ModelTests
{
    private const string Explore = """{"tasks": ["explore"], "dialogues": 1, "turns": 2}""";
    private const string Debug = """{"tasks": ["debug"], "dialogues": 1, "turns": 3}""";

    [Fact]
    public async Task A_conversation_in_the_words_of_a_model_keeps_what_was_checked_apart_from_what_was_not()
    {
        var row = Assert.IsType<Sample>(Assert.Single(await Talks.Of(Explore, replies: _ => Reply(Turns(2)))));

        Assert.Equal("model", row.Labels["mode"]);
        Assert.Equal("Words of turn 2.", row.Messages[1].Content);
        Assert.Contains("Words of turn 1.", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Contains("26  run([int(a) for a in sys.argv[1:]])\n", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Equal([new ModelReference("default", "test-model")], row.Models);
        Assert.Equal("execution", row.Verification[0].Method);
        Assert.Contains(row.Verification, v => v is { Method: "prose", Status: VerificationStatus.Unverified });
        Assert.Contains(row.Prompts, p => p.Template == "code-dialogue/model-write.scriban");
        Assert.Contains(row.Prompts, p => p.Template.StartsWith("code-dialogue/open-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_model_is_told_the_program_its_runs_and_the_facts_of_every_turn()
    {
        ChatRequest? seen = null;
        await Talks.Of(Explore, replies: request => Reply(Turns(2), seen = request));
        var grounded = Assert.Single(await Talks.Rows(Explore));
        var asked = seen!.Messages[1].Content;

        Assert.Equal(["system", "user"], seen.Messages.Select(m => m.Role));
        Assert.Contains("The plan has 2 turns", asked, StringComparison.Ordinal);
        Assert.Contains("26  run([int(a) for a in sys.argv[1:]])\n", asked, StringComparison.Ordinal);
        Assert.Contains("- `few`: ", asked, StringComparison.Ordinal);
        Assert.Contains("top 95\nbest 95\n", asked, StringComparison.Ordinal);
        Assert.Contains($"The user asks: {grounded.Messages[2].Content.Split("\n\n")[0]}", asked, StringComparison.Ordinal);
        Assert.Contains("\"minItems\": 4", seen.Schema!.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_in_a_turn_is_run_and_its_claimed_output_compared()
    {
        var turns = Turns(2);
        turns[3]!["code"] = Grades.Text;
        turns[3]!["runs_with_case"] = "few";
        turns[3]!["claimed_output"] = "top 95\nbest 95";
        var row = Assert.IsType<Sample>(Assert.Single(await Talks.Of(Explore, replies: _ => Reply(turns))));

        Assert.EndsWith("run([int(a) for a in sys.argv[1:]])\n```", row.Messages[3].Content, StringComparison.Ordinal);
        Assert.Contains(row.Verification, v => v is { Method: "code-run", Status: VerificationStatus.Verified } && v.Evidence!.StartsWith("turn 4: few: exit status 0, stdout ", StringComparison.Ordinal));
        Assert.Contains(row.Verification, v => v is { Method: "claimed-output", Status: VerificationStatus.Verified });
    }

    [Fact]
    public async Task A_claim_about_the_program_as_shown_is_compared_too()
    {
        var turns = Turns(2);
        turns[1]!["claimed_output"] = "nothing of the kind";

        Assert.Equal(RejectReasons.WrongAnswer, (await Reject(Explore, _ => Reply(turns))).Reason);
    }

    [Fact]
    public async Task Turns_that_are_not_those_of_the_plan_are_a_reject()
    {
        var wrong = Turns(2);
        wrong[1]!["role"] = "user";

        Assert.Equal("code-dialogue.wrong-turns", (await Reject(Explore, _ => Reply(wrong))).Reason);
        Assert.Equal("code-dialogue.wrong-turns", (await Reject(Explore, _ => Reply(Turns(3)))).Reason);
    }

    [Fact]
    public async Task A_program_that_does_not_parse_is_a_reject()
    {
        var turns = Turns(2);
        turns[3]!["code"] = "broken";

        Assert.Equal(RejectReasons.DoesNotParse, (await Reject(Explore, _ => Reply(turns))).Reason);
    }

    [Fact]
    public async Task A_program_that_does_not_run_to_its_end_or_in_no_case_there_is_is_a_reject()
    {
        var (fails, unknown) = (Turns(2), Turns(2));
        unknown[3]!["code"] = Grades.Text;
        unknown[3]!["runs_with_case"] = "none of them";

        // Every score that is not labelled as top raises an error.
        fails[3]!["code"] = Grades.Text.Replace("score < 0", "score > 0", StringComparison.Ordinal).Replace("score > 90", "score < 90", StringComparison.Ordinal);
        fails[3]!["runs_with_case"] = "few";

        Assert.Equal(RejectReasons.DoesNotRun, (await Reject(Explore, _ => Reply(fails))).Reason);
        Assert.Equal(RejectReasons.DoesNotRun, (await Reject(Explore, _ => Reply(unknown))).Reason);
    }

    [Fact]
    public async Task A_wrong_claim_is_put_right_once_when_the_model_is_told_what_was_observed()
    {
        var requests = new List<ChatRequest>();
        var (wrong, right) = (Turns(2), Turns(2));
        foreach (var (turns, output) in new[] { (wrong, "top 96\nbest 96"), (right, "top 95\nbest 95") })
        {
            turns[3]!["code"] = Grades.Text;
            turns[3]!["runs_with_case"] = "few";
            turns[3]!["claimed_output"] = output;
        }

        var row = Assert.IsType<Sample>(Assert.Single(await Talks.Of(Explore, replies: request =>
        {
            requests.Add(request);
            return Reply(requests.Count == 1 ? wrong : right);
        })));

        Assert.Equal(2, requests.Count);
        Assert.Contains("top 95\nbest 95\n", requests[1].Messages[^1].Content, StringComparison.Ordinal);
        Assert.Equal(["system", "user", "assistant", "user"], requests[1].Messages.Select(m => m.Role));
        Assert.Contains(row.Verification, v => v.Method == "claimed-output");

        requests.Clear();
        var reject = await Reject(Explore, request => Reply(wrong, Add(requests, request)));
        Assert.Equal(RejectReasons.WrongAnswer, reject.Reason);
        Assert.Equal("Turn 4 claims an output that the program does not have in the case 'few'.", reject.Detail);
        Assert.Equal(2, requests.Count);
    }

    [Fact]
    public async Task A_conversation_about_a_fault_must_present_a_program_that_does_what_the_file_does()
    {
        var turns = Turns(3);
        Assert.Equal(RejectReasons.NoCodeBlock, (await Reject(Debug, _ => Reply(turns))).Reason);

        turns[3]!["code"] = Grades.Text.Replace("score > 90", "score < 90", StringComparison.Ordinal);
        turns[3]!["runs_with_case"] = "many";
        Assert.Equal(RejectReasons.BehaviourChanged, (await Reject(Debug, _ => Reply(turns))).Reason);

        turns[3]!["code"] = Grades.Text;
        var row = Assert.IsType<Sample>(Assert.Single(await Talks.Of(Debug, Seeds.WithFault, replies: _ => Reply(turns))));
        Assert.Contains(row.Verification, v => v is { Method: "same-behaviour", Status: VerificationStatus.Verified });
    }

    [Fact]
    public async Task A_whole_program_that_is_not_marked_as_one_is_a_reject()
    {
        var turns = Turns(2);
        turns[1]!["content"] = $"Here it is:\n\n```python\n{Grades.Text}```";

        Assert.Equal("code-dialogue.unmarked-code", (await Reject(Explore, _ => Reply(turns))).Reason);
    }

    [Fact]
    public async Task A_question_that_holds_its_answer_is_a_reject()
    {
        // Which turn asks for something that must not be said before depends on the seed.
        const string Printing = """{"tasks": ["explore"], "dialogues": 1, "turns": 9}""";
        var row = Assert.Single(await Talks.Rows(Printing));
        var at = Array.IndexOf(row.Labels["moves"].Split(' '), "prints");
        var turns = Turns(row.Messages.Length / 2);
        turns[2 * at]!["content"] = $"Does it print {System.Text.Encoding.UTF8.GetString(Grades.Run(Grades.Source(), Grades.Many with { Arguments = [.. row.Extra!["arguments"]!.AsArray().Select(a => a!.ToString())] }).Stdout.AsSpan())}?";

        Assert.True(at >= 0, row.Labels["moves"]);
        Assert.Equal("code-dialogue.gives-answer-away", (await Reject(Printing, _ => Reply(turns))).Reason);
    }

    [Fact]
    public async Task What_a_model_refuses_or_does_not_finish_is_a_reject()
    {
        Assert.Equal(RejectReasons.ModelRefusal, (await Reject(Explore, _ => ChatOutcome.Failed(RejectReasons.ModelRefusal, "no"))).Reason);
        Assert.Equal(RejectReasons.ReplyCut, (await Reject(Explore, _ => ChatOutcome.Of(Answer(Turns(2)) with { FinishReason = "length" }))).Reason);
    }

    [Fact]
    public async Task Both_kinds_of_rows_can_be_made_and_have_indices_of_their_own()
    {
        var rows = (await Talks.Of("""{"tasks": ["explore"], "dialogues": 1, "turns": 2, "mode": "both"}""", replies: _ => Reply(Turns(2)))).OfType<Sample>().ToList();

        Assert.Equal(["grounded", "model"], rows.Select(r => r.Labels["mode"]));
        Assert.Equal([0, 1], rows.Select(r => r.Index));
        Assert.Empty(rows[0].Models);
    }

    private static async Task<Reject> Reject(string options, Func<ChatRequest, ChatOutcome> replies) =>
        Assert.IsType<Reject>(Assert.Single(await Talks.Of(options, Seeds.WithFault, replies: replies)));

    private static ChatRequest Add(List<ChatRequest> requests, ChatRequest request)
    {
        requests.Add(request);
        return request;
    }

    private static JsonArray Turns(int count) =>
        [.. Enumerable.Range(1, 2 * count).Select(i => (JsonNode)new JsonObject { ["role"] = i % 2 == 1 ? "user" : "assistant", ["content"] = $"Words of turn {i}." })];

    private static ChatOutcome Reply(JsonArray turns, ChatRequest? _ = null) => ChatOutcome.Of(Answer(turns));

    private static ChatReply Answer(JsonArray turns)
    {
        var text = new JsonObject { ["turns"] = turns.DeepClone() }.ToJsonString();
        return new ChatReply { Content = text, FinishReason = "stop", Model = "test-model", Endpoint = "http://127.0.0.1:1", Structured = JsonDocument.Parse(text).RootElement };
    }
}
