using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

public sealed class WordsTests
{
    [Fact]
    public void A_short_output_is_shown_in_full() => Assert.Equal("```\na\nb\n```", Words.Output("a\nb\n", 100));

    [Fact]
    public void Of_a_long_output_the_beginning_and_the_end_are_shown_and_what_is_left_out_is_counted()
    {
        var output = string.Concat(Enumerable.Range(1, 100).Select(i => $"line {i}\n"));

        Assert.Equal("```\nline 1\nline 2\nline 3\nline 4\nline 5\n```\n\n93 more lines follow, and the output ends with:\n\n```\nline 99\nline 100\n```", Words.Output(output, 60));
    }

    [Fact]
    public void One_endless_line_is_cut_and_the_rest_is_counted() =>
        Assert.Equal("```\nxxxxx\n```\n\nThat is the beginning; 15 more characters follow.", Words.Output(new string('x', 20), 5));

    [Fact]
    public void Values_are_those_that_the_line_uses()
    {
        var state = new Dictionary<string, TraceValue> { ["a"] = new("int", "1"), ["b"] = new("int", "2"), ["label"] = new("str", "\"x\""), ["f"] = new("function", "<function f>") };

        Assert.Equal("`a` is `1`", Words.Values("f(a, \"b\")  # label", 1, state));
        Assert.Equal("", Words.Values("f()", 1, state));
    }

    [Fact]
    public void What_another_run_is_given_is_told_by_what_is_different()
    {
        var plain = Study(new ExecutionCase { Name = "a", Arguments = ["1"] });

        (string, string) Instead(CaseStudy to)
        {
            var (clause, block) = RunWords.Instead(plain, to, Talks.Bench("{}").Random("words"));
            return (clause, block.Split("\n\n")[0]);
        }

        Assert.Equal(("with the arguments `2 x` instead of `1`", ""), Instead(Study(new ExecutionCase { Name = "b", Arguments = ["2", "x"] })));
        Assert.Equal(("with no arguments", ""), Instead(Study(new ExecutionCase { Name = "c" })));
        Assert.Equal(("with the standard input below", "```\nhey\n```"), Instead(Study(new ExecutionCase { Name = "d", Arguments = ["1"], Stdin = [.. "hey\n"u8] })));
        Assert.Equal(("with no arguments and the standard input below", "```\nhey\n```"), Instead(Study(new ExecutionCase { Name = "e", Stdin = [.. "hey\n"u8] })));
        Assert.False(RunWords.CanTell(plain, plain));
    }

    [Fact]
    public void Conversations_are_alike_as_far_as_their_words_are()
    {
        string[] said = ["How often does line 4 run in this run? It runs 3 times."];

        Assert.Equal(1, Likeness.Of(said, said));
        Assert.Equal(0, Likeness.Of(said, ["What is returned by the first call of that function?"]));
    }

    private static CaseStudy Study(ExecutionCase @case) => new(Grades.Source(), @case, Grades.Evidence(Grades.Source(), @case with { Arguments = ["1"] }));
}
