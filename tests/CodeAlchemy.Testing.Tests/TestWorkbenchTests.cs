using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Testing.Tests;

public sealed class TestWorkbenchTests
{
    private static readonly TestWorkbench Empty = TestWorkbench.For("python", "print(6 * 7)\n", "answers/main.py");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Refusals => new()
    {
        { "Run", "a run of 'answers/main.py' in the case 'default'|Give one: .WithRun(\"default\", stdout: …) or .WithRuns((file, case) => …)." },
        { "Run of a version", "a run of another version of 'answers/main.py' (python)|Give one: .WithRuns((file, case) => …)." },
        { "Trace", "a trace of 'answers/main.py' in the case 'default'|.WithTrace(\"default\", TestTraces.Load(\"trace.jsonl\"))" },
        { "RunScript", "a run of the script 'script.sh'|.WithScripts(" },
        { "ShellCommands", "the shell lines that run 'answers/main.py'|.WithShellCommands(" },
        { "Render", "the rendering 'cwm' of a trace|.WithRendering(\"cwm\", …)" },
        { "Syntax", "the syntax tree of 'answers/main.py'|.WithBareSyntax()" },
        { "Outline", "the outline of 'answers/main.py'|.WithOutline(" },
        { "Prompt", "the template 'mine/question.scriban'|.WithPlainPrompts()" },
        { "Ask", "a reply of the model 'default' (its question 1)|.WithReply(" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_was_not_given_is_refused_with_what_to_give(string call, string message)
    {
        var refused = await Assert.ThrowsAsync<NotGivenException>(() => Call(Empty.Fresh(), call));

        Assert.All(message.Split('|'), part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_anything_given_there_is_one_case_no_model_and_no_option()
    {
        Assert.Equal(ExecutionCase.Default, Assert.Single(await Empty.Cases(Empty.Source, Token)));
        Assert.False(Empty.HasModel());
        Assert.Equal("{}", Empty.Options.GetRawText());
        Assert.Equal(DateTimeOffset.UnixEpoch, Empty.Now);
    }

    [Fact]
    public async Task A_strategy_gets_what_was_given_and_leaves_a_record_of_what_it_did()
    {
        var bench = Empty.WithPlainPrompts()
            .WithCase(new ExecutionCase { Name = "one", Arguments = ["1"] }).WithCase(new ExecutionCase { Name = "two", Arguments = ["2"] })
            .WithRun("one", stdout: "42\n").WithRuns((_, @case) => TestRuns.Ended($"{@case.Arguments[0]}{@case.Arguments[0]}\n"));

        var outcomes = await Outcomes.Of(Strategies.Output, bench, Token);

        Assert.Equal(["42\n", "22\n"], outcomes.Samples.Select(row => row.Messages[1].Content));
        Assert.Equal("mine/question.scriban\ncase: one\ncode: print(6 * 7)\n", outcomes.Samples[0].Messages[0].Content);
        Assert.Equal(["one", "two"], bench.Seen.Ran.Select(@case => @case.Name));
        Assert.Equal([new LogLine(LogLevel.Information, "ran one"), new LogLine(LogLevel.Information, "ran two")], bench.Seen.Logs);
        Assert.Equal(2, bench.Seen.Rendered.Count);
        Assert.Empty(bench.Fresh().Seen.Ran);
    }

    [Fact]
    public void A_workbench_stays_as_it_is_when_another_is_made_of_it()
    {
        var with = Empty.WithModel().WithOptions("""{"lines": 3}""").WithNow(DateTimeOffset.UnixEpoch.AddDays(1));

        Assert.Equal((true, 3, 2), (with.HasModel(), with.Options.GetProperty("lines").GetInt32(), with.Now.Day));
        Assert.False(Empty.HasModel());
        Assert.False(with.HasModel("judge"));
    }

    [Fact]
    public async Task A_run_that_was_given_for_the_file_is_not_one_of_another_version()
    {
        var bench = Empty.WithRun("default", stdout: "42\n").WithRuns((file, _) => file.Text.Contains("crash", StringComparison.Ordinal) ? TestRuns.Ended(exitCode: 3) : null);

        Assert.Equal(3, (await bench.Run(bench.Source.WithText("crash"), ExecutionCase.Default, Token)).ExitCode);
        await Assert.ThrowsAsync<NotGivenException>(() => bench.Run(bench.Source.WithText("other"), ExecutionCase.Default, Token).AsTask());
    }

    [Fact]
    public async Task A_reply_to_a_template_comes_before_those_in_order()
    {
        var bench = Empty.WithPlainPrompts().WithReply("first").WithReply("second").WithReplyTo("mine/judge.scriban", "fair");

        Assert.Equal("first", await Answer(bench, "mine/question.scriban"));
        Assert.Equal("fair", await Answer(bench, "mine/judge.scriban"));
        Assert.Equal("second", await Answer(bench, "mine/judge.scriban"));
        await Assert.ThrowsAsync<NotGivenException>(() => Answer(bench, "mine/question.scriban"));
        Assert.Equal("first", await Answer(bench.Fresh(), "mine/judge.scriban", render: false));
        Assert.Equal(4, bench.Seen.Asked.Count);
    }

    [Fact]
    public async Task A_structured_reply_is_JSON_and_a_failure_is_an_outcome()
    {
        var bench = Empty.WithReply("""{"score": 3}""").WithReply("not JSON").WithReply(ChatOutcome.Failed(RejectReasons.ModelRefusal, "no"));
        var request = new ChatRequest { Messages = [new Message("user", "How good?")], Schema = new ReplySchema("score", "{}") };

        Assert.Equal(3, (await bench.Ask(request, Token)).Reply!.Structured!.Value.GetProperty("score").GetInt32());
        var broken = await Assert.ThrowsAsync<NotGivenException>(() => bench.Ask(request, Token).AsTask());
        Assert.Contains("Give JSON; 'not JSON' is none", broken.Message, StringComparison.Ordinal);
        Assert.Equal(RejectReasons.ModelRefusal, (await bench.Ask(request, Token)).Failure!.Reason);
    }

    [Fact]
    public void Random_numbers_depend_on_seed_strategy_file_and_purpose_and_never_on_the_order()
    {
        var seed = Empty.WithSeed(42, "mine");

        Assert.Equal(seed.Random("a").NextBits(), seed.Fresh().Random("a").NextBits());
        Assert.Equal(4, new[] { seed.Random("a"), seed.Random("b"), Empty.WithSeed(43, "mine").Random("a"), Empty.WithSeed(42, "yours").Random("a") }.Select(r => r.NextBits()).Distinct().Count());
    }

    [Fact]
    public void Syntax_can_be_left_out_or_be_sound_and_bare()
    {
        Assert.Null(Empty.WithoutSyntax().Syntax(Empty.Source));
        Assert.Same(SourceOutline.Empty, Empty.WithoutSyntax().Outline(Empty.Source));
        using var tree = Empty.WithBareSyntax().Syntax(Empty.Source);
        Assert.False(tree!.HasErrors);
        Assert.Empty(tree.Query("(anything) @x"));
    }

    private static async Task Call(TestWorkbench bench, string call)
    {
        var trace = TestTraces.Load(Path.Combine(AppContext.BaseDirectory, "traces", "total.jsonl"));
        object? made = call switch
        {
            "Run" => await bench.Run(bench.Source, ExecutionCase.Default, Token),
            "Run of a version" => await bench.Run(bench.Source.WithText("pass"), ExecutionCase.Default, Token),
            "Trace" => await bench.Trace(bench.Source, ExecutionCase.Default, Token),
            "RunScript" => await bench.RunScript(new ScriptRequest { Language = "python", Script = "true" }, Token),
            "ShellCommands" => bench.ShellCommands(bench.Source),
            "Render" => bench.Render(trace, bench.Source, "cwm"),
            "Syntax" => bench.Syntax(bench.Source),
            "Outline" => bench.Outline(bench.Source),
            "Prompt" => bench.Prompt("mine/question.scriban", new Dictionary<string, object?>()),
            _ => await bench.Ask(new ChatRequest { Messages = [new Message("user", "Well?")] }, Token),
        };
        Assert.Fail($"{call} gave {made}");
    }

    private static async Task<string> Answer(TestWorkbench bench, string template, bool render = true)
    {
        var text = render ? bench.Prompt(template, new Dictionary<string, object?> { ["code"] = "x" }).Text : template;
        return (await bench.Ask(new ChatRequest { Messages = [new Message("user", text)] }, Token)).Reply!.Content;
    }
}
