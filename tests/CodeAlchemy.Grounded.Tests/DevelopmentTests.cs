using System.Text;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Grounded.Questions;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class DevelopmentTests
{
    private const string Braces = "// adds\nint add(int a)\n{\n    int b = a;\n    return b;\n}\n\nint main() { return 0; }\n";
    private const string Indented = "class A:\n    def add(self):\n        \"\"\"Adds.\"\"\"\n        self.n += 1\n        return self.n\n\n    def get(self):\n        return self.n\n";

    [Fact]
    public void A_changed_line_stands_between_three_lines_of_context()
    {
        var before = string.Join('\n', Enumerable.Range(1, 20)) + "\n";

        Assert.Equal(
            "--- a/x.c\n+++ b/x.c\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n",
            LineDiff.Unified("x.c", before, before.Replace("10", "ten", StringComparison.Ordinal)));
    }

    [Fact]
    public void Changes_far_apart_are_hunks_of_their_own_and_near_ones_share_one()
    {
        var before = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"line {i};")) + "\n";
        string Changed(params int[] lines) => lines.Aggregate(before, (text, i) => text.Replace($"line {i};", $"other {i};", StringComparison.Ordinal));

        Assert.Equal(2, LineDiff.Unified("x", before, Changed(5, 30)).Split("@@ -").Length - 1);
        Assert.Equal(1, LineDiff.Unified("x", before, Changed(5, 9)).Split("@@ -").Length - 1);
        Assert.Equal("", LineDiff.Unified("x", before, before));
    }

    [Fact]
    public void Lines_that_were_added_or_removed_move_what_follows()
    {
        Assert.Equal("--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n a\n+b\n c\n", LineDiff.Unified("x", "a\nc\n", "a\nb\nc\n"));
        Assert.Equal("--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n a\n-b\n c\n", LineDiff.Unified("x", "a\nb\nc\n", "a\nc\n"));
    }

    [Fact]
    public void A_body_in_braces_gives_way_to_a_remark_and_the_braces_stay()
    {
        var (masked, body) = CodeMask.Body(Braces, Function(Braces, "add", "int add", "{\n    int b = a;\n    return b;\n}"), "// TODO")!.Value;

        Assert.Equal("    int b = a;\n    return b;", body);
        Assert.Equal("// adds\nint add(int a)\n{\n    // TODO\n}\n\nint main() { return 0; }\n", masked);
    }

    [Fact]
    public void A_body_without_braces_keeps_its_documentation_and_the_blank_lines_after_it()
    {
        var function = Function(Indented, "add", "def add", "\"\"\"Adds.\"\"\"\n        self.n += 1\n        return self.n", "\"\"\"Adds.\"\"\"");
        var (masked, body) = CodeMask.Body(Indented, function, "# TODO")!.Value;

        Assert.Equal("        self.n += 1\n        return self.n", body);
        Assert.Equal("class A:\n    def add(self):\n        \"\"\"Adds.\"\"\"\n        # TODO\n\n    def get(self):\n        return self.n\n", masked);
    }

    [Fact]
    public void A_body_on_the_line_of_its_head_is_left_alone() =>
        Assert.Null(CodeMask.Body(Braces, Function(Braces, "main", "int main", "{ return 0; }"), "// TODO"));

    [Fact]
    public void Documentation_goes_with_the_lines_it_stood_on() =>
        Assert.Equal(Indented.Replace("        \"\"\"Adds.\"\"\"\n", "", StringComparison.Ordinal), CodeMask.WithoutDocumentation(Indented, Span(Indented, "\"\"\"Adds.\"\"\"")));

    [Fact]
    public void The_mark_of_a_comment_is_the_programs_own()
    {
        Assert.Equal("//", CodeMask.CommentMark(Braces, new SourceOutline { Comments = [Span(Braces, "// adds")] }));
        Assert.Equal("--", CodeMask.CommentMark("-- adds\n", new SourceOutline { Comments = [Span("-- adds\n", "-- adds")] }));
        Assert.Equal("//", CodeMask.CommentMark(Braces, new SourceOutline { Functions = [Function(Braces, "main", "int main", "{ return 0; }")] }));
        Assert.Equal("#", CodeMask.CommentMark(Indented, SourceOutline.Empty));
        Assert.Equal("--", CodeMask.CommentMark("local x = 1\n", new SourceOutline { LineComment = "--" }));
    }

    [Fact]
    public void A_call_graph_knows_who_called_whom()
    {
        var graph = CallGraph.Of(TraceBuilder.Of("call 1 main\nline 1 9\ncall 2 outer\ncall 3 inner n=1\nret 3 2 =2\nret 2 5\nret 1 9\n"));

        Assert.Equal(["main", "outer", "inner"], graph.Calls.Select(c => c.Function));
        Assert.Equal(["inner", "outer", "main"], graph.Chain(3).Select(c => c.Function));
        Assert.Equal("2", graph.Of(3)!.Returned!.Text);
    }

    [Theory]
    [InlineData("Ledger.add", "add")]
    [InlineData("TaskHeap::push(int)", "push")]
    [InlineData("main", "main")]
    [InlineData("Lot.get free", "free")]
    public void A_calls_short_name_is_without_what_stands_around_it(string name, string expected) =>
        Assert.Equal(expected, Called(name, 1).ShortName);

    [Fact]
    public void Executions_part_where_a_variable_differs()
    {
        var parting = Parting("call 1 f\nline 1 1\nline 1 2 x=1\nline 1 3 y=2\n", "call 1 f\nline 1 1\nline 1 2 x=1\nline 1 3 y=5\n")!;

        Assert.Equal((3, 3, "y"), (parting.Step, parting.Actual!.Line, Assert.Single(parting.Variables)));
    }

    [Fact]
    public void Executions_part_where_another_line_runs_or_none()
    {
        Assert.Equal((2, 2, 4), Places(Parting("call 1 f\nline 1 1\nline 1 2\n", "call 1 f\nline 1 1\nline 1 4\n")!));
        Assert.Equal((2, 2, null), Places(Parting("call 1 f\nline 1 1\nline 1 2\n", "call 1 f\nline 1 1\n")!));
        Assert.Null(Parting("call 1 f\nline 1 1 x=1\n", "call 1 f\nline 1 1 x=1\n"));
    }

    [Fact]
    public void A_function_is_unused_when_neither_its_lines_nor_its_calls_are_seen()
    {
        var outline = new SourceOutline { Functions = [At("seen", 1, 3), At("called", 5, 5), At("defined", 7, 9)] };
        var calls = CallGraph.Of(TraceBuilder.Of("call 1 called\n")).Calls.Select(c => c with { Line = 5 });

        Assert.Equal(["defined"], FunctionUse.Unused(outline, new HashSet<int> { 2, 7 }, calls).Select(f => f.Name));
    }

    [Fact]
    public void A_constructor_of_the_virtual_machine_is_the_one_that_the_text_names_as_its_type()
    {
        var outline = new SourceOutline { Functions = [At("Grid", 3, 5), At("ways", 7, 9)], Types = [new OutlineType("Grid", new SourceSpan(0, 9, 1, 10))] };

        Assert.Equal("Grid", FunctionUse.Of(outline, Called("<init>", 3))?.Name);
        Assert.Null(FunctionUse.Of(outline, Called("<init>", 8)));
    }

    [Fact]
    public void A_named_function_that_the_outline_does_not_hold_is_unlisted_and_a_type_or_a_nameless_function_is_not()
    {
        var outline = new SourceOutline { Functions = [At("listed", 1, 3)], Types = [new OutlineType("Item", new SourceSpan(0, 9, 5, 10))] };

        Assert.True(FunctionUse.IsUnlisted(outline, Called("isLetter", 4)));
        Assert.All(["listed", "Item", "<module>", "<lambda>", "lambda$show$0"], name => Assert.False(FunctionUse.IsUnlisted(outline, Called(name, 1))));
    }

    [Theory]
    [InlineData("relational", "compares with `<=` where `<` is needed")]
    [InlineData("removal", "does nothing where `<` is needed")]
    [InlineData("logical", "combines its operands with `<=` instead of `<`")]
    public void A_fault_is_told_by_its_kind(string kind, string expected) =>
        Assert.Equal(expected, FaultWords.Of(new ProgramMutant(kind, default, "<", "<=", "")));

    [Fact]
    public void A_block_loses_the_indentation_that_its_lines_share() =>
        Assert.Equal("def get(self):\n    return self.n", SourceLines.Block(Indented, new SourceSpan(0, 0, 7, 8)));

    private static (int, int?, int?) Places(StateDivergence parting) => (parting.Step, parting.Expected?.Line, parting.Actual?.Line);

    private static StateDivergence? Parting(string expected, string actual) =>
        StateDivergence.Of(TraceReplay.Of(TraceBuilder.Of(expected)), TraceReplay.Of(TraceBuilder.Of(actual)));

    private static CallRecord Called(string name, int line) => new(1, 0, name, line, 0, [], null, false, false, false);

    private static OutlineFunction At(string name, int from, int to) => new(name, new SourceSpan(0, 1, from, to), default, default, null);

    private static OutlineFunction Function(string text, string name, string head, string body, string? documentation = null)
    {
        var (from, inside) = (Span(text, head), Span(text, body));
        return new OutlineFunction(name, new SourceSpan(from.Start, inside.End, from.StartLine, inside.EndLine), default, inside, documentation is null ? null : Span(text, documentation));
    }

    private static SourceSpan Span(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        int Bytes(int characters) => Encoding.UTF8.GetByteCount(text.AsSpan(0, characters));
        int Line(int characters) => text.AsSpan(0, characters).Count('\n') + 1;
        return new SourceSpan(Bytes(at), Bytes(at + part.Length), Line(at), Line(at + part.Length));
    }
}
