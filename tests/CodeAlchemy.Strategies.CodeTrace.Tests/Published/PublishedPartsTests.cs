using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Strategies.CodeTrace.Published;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests.Published;

public sealed class PublishedPartsTests
{
    private static readonly CodeTraceOptions Two = new() { MinTracePoints = 2, MaxTracePoints = 2 };

    [Fact]
    public void Trace_points_in_comments_do_not_count()
    {
        const string Program = "é = 1 # TRACE:VAR:a:x\nprint('TRACE:VAR:a:x')\nprint('TRACE:OUT:b:y')\n";
        SourceSpan comment = new(7, 22, 1, 1);

        Assert.Equal((null, 2), TracePoints.Check(Program, [comment], Two));
        Assert.Equal(("code-trace.trace-points", 3), (TracePoints.Check(Program, [], Two).Fault!.Reason, TracePoints.Check(Program, [], Two).Count));
    }

    [Theory]
    [InlineData("fprintf(stderr, \"TRACE:VAR:main.3:x=%d\\n\", x);")]
    [InlineData("std::cerr << \"TRACE:IN:push:\" << x << '\\n';")]
    [InlineData("console.error(`TRACE:LOOP:scan.line:i=${i}`);")]
    [InlineData("sys.stderr.write(f\"TRACE:TRANSFORM:parse#2:{value!r}\\n\")")]
    [InlineData("System.err.println(\"TRACE:BRANCH:Queue.serve@4:\" + empty);")]
    public void Trace_points_are_found_in_any_language(string line) => Assert.Equal((null, 2), TracePoints.Check($"{line}\n{line}\n", [], Two));

    [Theory]
    [InlineData("```python\nP\n```\n```bash\nS\n```")]
    [InlineData("```bash\nS\n```\nand\n```python\nP\n```")]
    [InlineData("```\nP\n```\n```sh\nS\n```")]
    [InlineData("~~~~ py\nP\n~~~~\n```run_traces.sh\nS\n```")]
    public void The_mark_or_else_the_order_tells_which_block_is_the_script(string reply) =>
        Assert.Equal(new PublishedReply("P\n", "S\n"), PublishedReply.Of(reply));

    [Fact]
    public void A_first_line_for_a_shell_marks_a_script_too_and_longer_fences_keep_backticks()
    {
        var reply = PublishedReply.Of("```\nx = 1\n```\n````\n#!/usr/bin/env bash\ncat <<'END'\n```\nEND\n````\n");

        Assert.Equal("#!/usr/bin/env bash\ncat <<'END'\n```\nEND\n", reply!.Script);
    }

    [Fact]
    public void Every_file_of_an_answer_ends_with_a_line_end()
    {
        Assert.Equal(
            "=== BEGIN a ===\nTRACE:IN:f:1\n=== END a ===\n=== BEGIN b ===\nTRACE:IN:f:2\n=== END b ===",
            PublishedForm.Answer([KeyValuePair.Create("a", "TRACE:IN:f:1"), KeyValuePair.Create("b", "TRACE:IN:f:2\n")]));
    }

    [Theory]
    [InlineData("TRACE:IN:main.start:n=3", true)]
    [InlineData("TRACE:OUT:f@3:", true)]
    [InlineData("TRACE:VAR:f:a=1:2", true)]
    [InlineData("TRACE:VAR::x", false)]
    [InlineData("TRACE:VAR:a b:x", false)]
    [InlineData("TRACE:var:a:x", false)]
    [InlineData(" TRACE:VAR:a:x", false)]
    public void A_trace_line_has_a_type_a_place_and_a_state(string line, bool holds) => Assert.Equal(holds, PublishedForm.IsWellFormed(line));
}
