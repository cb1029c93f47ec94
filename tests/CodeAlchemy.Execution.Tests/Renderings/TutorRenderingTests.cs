using System.Text.Json;
using CodeAlchemy.Execution.Renderings;
using CodeAlchemy.Execution.Tests.Tracing;

namespace CodeAlchemy.Execution.Tests.Renderings;

public sealed class TutorRenderingTests
{
    [Fact]
    public void Every_step_has_the_frames_that_are_open_and_a_return_shows_its_value()
    {
        var steps = Steps("c|1|0|1|<module>", "l|1|2|=n|int|3", "c|2|1|5|f|=a|int|3", "l|2|6", "r|2|6|>|int|9", "l|1|3|=b|str|'x'", "r|1|3");

        Assert.Equal(["call", "step_line", "call", "step_line", "return", "step_line", "return"], steps.Select(s => s.GetProperty("event").GetString()));
        Assert.Equal([0, 0, 1, 1, 1, 0, 0], steps.Select(s => s.GetProperty("stack_to_render").GetArrayLength()));
        var leaving = steps[4].GetProperty("stack_to_render")[0];
        Assert.Equal((9, "f_f2"), (leaving.GetProperty("encoded_locals").GetProperty("__return__").GetInt32(), leaving.GetProperty("unique_hash").GetString()));
        Assert.Equal(["a", "__return__"], leaving.GetProperty("ordered_varnames").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal((3, "x"), (steps[5].GetProperty("globals").GetProperty("n").GetInt32(), steps[5].GetProperty("globals").GetProperty("b").GetString()));
    }

    [Fact]
    public void Values_are_json_where_they_are_plain_and_their_own_text_elsewhere()
    {
        var step = Steps("c|1|0|1|f|=a|int|-12|=b|float|1.50|=c|bool|True|=d|NoneType|None|=e|int|007|=g|str|'it\\'s'|=h|list|[1, 2]|=i|float|nan")[0];
        var locals = step.GetProperty("stack_to_render")[0].GetProperty("encoded_locals");

        Assert.Equal(
            ["-12", "1.50", "true", "null", "\"007\"", "\"'it\\\\'s'\"", "\"[1, 2]\"", "\"nan\""],
            locals.EnumerateObject().Select(p => p.Value.GetRawText()));
    }

    [Fact]
    public void The_code_of_the_program_is_part_of_it_and_an_exception_has_its_message()
    {
        using var document = JsonDocument.Parse(TraceRenderings.Render(TraceJsonTests.Make("c|1|0|1|f", "x|1|2|E|told"), "a = \"1\"\nb", "tutor"));

        Assert.Equal("a = \"1\"\nb", document.RootElement.GetProperty("code").GetString());
        Assert.Equal("E: told", document.RootElement.GetProperty("trace")[1].GetProperty("exception_msg").GetString());
    }

    private static List<JsonElement> Steps(params string[] records)
    {
        using var document = JsonDocument.Parse(TraceRenderings.Render(TraceJsonTests.Make(records), "x", "tutor"));
        return [.. document.RootElement.GetProperty("trace").EnumerateArray().Select(step => step.Clone())];
    }
}
