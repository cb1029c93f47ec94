using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using Xunit;

namespace CodeAlchemy.Grounded.Tests.Questions;

/// <summary>Types of C++ whose values are no list of fields.</summary>
public sealed class ClosedTypesTests
{
    [Theory]
    [InlineData("struct Point {\n    int x = 0;\n    int y{};\n\n    int sum() const { return x + y; }\n};", false)]
    [InlineData("class Point {\npublic:\n    int x, y;\n};", false)]
    [InlineData("struct Point {\n    int x;\n    explicit Point(int at) : x(at) {}\n};", true)]
    [InlineData("struct Point {\n    Point() = default;\n    int x;\n};", true)]
    [InlineData("class Point {\n    int x;\n};", true)]
    [InlineData("class Point {\npublic:\n    int at() { if (x > 0) { return x; } return 0; }\nprivate:\n    std::vector<int> x;\n};", true)]
    [InlineData("struct Point : Base {\n    int x;\n};", true)]
    [InlineData("struct Point {\n    int x;\n};\n\nclass Other {\n    int z;\n};\nint main() { Point p(3); }", false)]
    public void Only_aggregates_are_written_as_lists_of_fields(string text, bool closed)
    {
        var source = QuestionPrograms.Study("x", "call 1 main@1\nret 1 1\n", "").Source with { Text = text, Language = "cpp" };

        Assert.Equal(closed, new ClosedTypes(source).In("{{.x = 3}, {.x = 4}}"));
        Assert.False(new ClosedTypes(source with { Language = "c" }).In("{.x = 3}"));
    }

    [Theory]
    [InlineData("    char text[9];\n", false)]
    [InlineData("    char text[9] = \"\";\n", true)]
    public void What_memory_happens_to_hold_is_no_argument(string declaration, bool asked)
    {
        var text = "void fill(char *text, int n)\n{\n    text[n] = 0;\n}\n\nint main(void)\n{\n" + declaration + "    fill(text, atoi(\"2\") * 2);\n    return 0;\n}\n";
        const string Script = "call 1 main@6\nline 1 8\nline 1 9 text=\"\"\ncall 2 fill@1 text=\"\" n=4\nline 2 3\nret 2 3\nline 1 10\nret 1 10 =0\n";
        var study = QuestionPrograms.Study(text, Script, "");
        var index = TraceIndex.Of(new CaseStudy(
            study.Source with { Language = "c" },
            study.Case,
            new TraceEvidence { Untraced = new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [] }, Traced = [], Agreed = study.Trace }));

        Assert.Equal(asked, CallQuestions.Arguments(index, new SeededRandom("1")).Any());
    }
}
