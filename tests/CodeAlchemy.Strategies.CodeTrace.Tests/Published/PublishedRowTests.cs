using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Prompts;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests.Published;

public sealed class PublishedRowTests
{
    [Fact]
    public async Task A_row_shows_both_files_under_their_names_and_the_trace_files_between_markers()
    {
        var fixture = new PublishedFixture();

        var row = Assert.IsType<Sample>(await fixture.Make());

        Assert.Equal(("published", "model", "dummy-7b"), (row.Task, row.Labels["mode"], Assert.Single(row.Models).Name));
        var question = row.Messages[0].Content;
        Assert.Contains("### FILE: sum.py\n```python\n" + Programs.SumText, question, StringComparison.Ordinal);
        Assert.Contains("### FILE: run_traces.sh\n```bash\nfor n in", question, StringComparison.Ordinal);
        Assert.Contains("`trace1.txt`, `trace2.txt` and `trace3.txt`", question, StringComparison.Ordinal);
        Assert.Equal(
            "=== BEGIN trace1.txt ===\nTRACE:IN:a:n=1\n=== END trace1.txt ===\n"
            + "=== BEGIN trace2.txt ===\nTRACE:IN:a:n=2\n=== END trace2.txt ===\n"
            + "=== BEGIN trace3.txt ===\nTRACE:IN:a:n=3\n=== END trace3.txt ===",
            row.Messages[1].Content);
    }

    [Fact]
    public async Task A_row_is_verified_by_the_digest_of_its_trace_files_and_carries_what_they_came_from()
    {
        var fixture = new PublishedFixture();

        var row = Assert.IsType<Sample>(await fixture.Make());

        var request = fixture.Started.First(r => !r.CheckOnly);
        Assert.Equal(["script-execution", "same-behaviour"], row.Verification.Select(v => v.Method));
        Assert.All(row.Verification, v => Assert.Equal(VerificationStatus.Verified, v.Status));
        Assert.Matches("^[0-9a-f]{64}$", row.Verification[0].Evidence!);
        Assert.Equal((request.Script, request.Name, "sum.py", 20), (Fact("script"), Fact("scriptName"), Fact("file"), row.Extra!["tracePoints"]!.GetValue<int>()));
        Assert.Equal(request.Files["sum.py"], System.Text.Encoding.UTF8.GetBytes(Fact("program")));

        string Fact(string name) => row.Extra![name]!.GetValue<string>();
    }

    [Fact]
    public async Task The_script_is_checked_run_over_the_original_and_three_times_over_the_program_in_different_surroundings()
    {
        var fixture = new PublishedFixture();

        await fixture.Make();

        Assert.Equal([true, false, false, false, false], fixture.Started.Select(r => r.CheckOnly));
        Assert.Equal([0, 0, 1, 2], fixture.Started.Where(r => !r.CheckOnly).Select(r => r.Repetition));
        Assert.Single(fixture.Started, r => r.Files.Values.Any(f => f.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(Programs.SumText))));
    }

    [Fact]
    public async Task The_request_gives_the_file_the_commands_and_the_number_of_trace_points()
    {
        var fixture = new PublishedFixture { Answers = [PublishedFixture.Reply(PublishedFixture.Instrumented(4))] };

        await fixture.Make("""{"minTracePoints": 3, "maxTracePoints": 5, "role": "writer"}""");

        var asked = Assert.Single(fixture.Bench.Seen.Asked);
        Assert.Equal("writer", asked.Model);
        Assert.Equal(["system", "user"], asked.Messages.Select(m => m.Role));
        Assert.Contains("Insert 3 to 5 trace points", asked.Messages[1].Content, StringComparison.Ordinal);
        Assert.Contains("run sum.py", asked.Messages[1].Content, StringComparison.Ordinal);
        Assert.Contains(Programs.SumText, asked.Messages[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_the_original_writes_to_standard_error_stay_where_they_are()
    {
        var fixture = new PublishedFixture
        {
            Traces = _ => ["TRACE:IN:a:n=1\nwarning\nTRACE:OUT:a:n=1\n", "TRACE:IN:a:n=2\n", "TRACE:IN:a:n=3\n"],
            Plain = ["warning\n", "", ""],
        };

        var row = Assert.IsType<Sample>(await fixture.Make());

        Assert.Contains("TRACE:IN:a:n=1\nwarning\nTRACE:OUT:a:n=1\n=== END", row.Messages[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_programs_want_input_is_asked_about_because_the_script_gives_it()
    {
        var fixture = new PublishedFixture { Evidence = _ => Programs.Refused(RejectReasons.WaitsForInput, "It reads more.") };

        var row = Assert.IsType<Sample>(await fixture.Make());

        Assert.Equal("standard output and exit status are equal under the script", row.Verification[1].Evidence);
    }

    [Theory]
    [InlineData("auto", true)]
    [InlineData("model", true)]
    [InlineData("grounded", false)]
    public async Task The_mode_says_whether_the_model_is_asked(string mode, bool asks)
    {
        var fixture = new PublishedFixture();
        var options = $$"""{"mode": "{{mode}}", "tasks": ["predict-output"]}""";

        var row = Assert.IsType<Sample>(await fixture.Make(options));

        Assert.Equal(asks, fixture.Bench.Seen.Asked.Count == 1);
        Assert.Equal(asks ? ("published", "model") : ("predict-output", "grounded"), (row.Task, row.Labels["mode"]));
    }

    [Fact]
    public async Task Openings_are_as_varied_as_their_files_and_every_variant_is_used()
    {
        var rows = new List<Sample>();
        for (var i = 0; i < 120; i++)
        {
            rows.Add(Assert.IsType<Sample>(await new PublishedFixture { Source = Programs.Source(path: $"tools/sum_{i}.py") }.Make()));
        }

        var openings = rows.Select(r => string.Join(' ', r.Messages[0].Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8)));
        Assert.True(openings.CountBy(o => o).Max(o => o.Value) <= rows.Count * 0.02);
        var used = rows.SelectMany(r => r.Prompts).Select(p => p.Template).ToHashSet();
        var variants = new TemplateStore([Path.Combine(AppContext.BaseDirectory, "templates")]).Paths().Where(p => p.Contains("published-question", StringComparison.Ordinal));
        Assert.Subset(used, variants.ToHashSet());
        Assert.All(rows, r => Assert.DoesNotMatch(@"\{\{|\{(file|language|script|traces)\}", r.Messages[0].Content));
    }
}
