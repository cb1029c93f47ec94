using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Tests;
using CodeAlchemy.Strategies.CodeTrace.Lines;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>Traces that follow from a compiler, an interpreter or a tracer, and not from the text of a program, are known.</summary>
public sealed class UntoldTraceTests
{
    [Theory]
    [InlineData("python", "total = sum(load())\nprint(total)", "line 1 1\nline 1 2 total=3", false)]
    [InlineData("python", "\"\"\"\nAdds.\n\"\"\"\ntotal = 3", "line 1 1\nline 1 4", false)]
    [InlineData("python", "total = sum(x for x in load())\nprint(total)", "line 1 1\ncall 2 <genexpr>@1\nret 2 1\nline 1 2 total=3", true)]
    [InlineData("python", "def count():\n    yield 1\nprint(list(count()))", "line 1 1\nline 1 3", true)]
    [InlineData("python", "def count():\n    return 1\nprint(count())", "line 1 1\nline 1 3\ncall 2 count@1\nret 2 2\ncall 2 count@1\nret 2 2", true)]
    [InlineData("python", "@cached\ndef count():\n    return 1", "line 1 1\nline 1 2\nline 1 1", false)]
    [InlineData("python", "with open(name) as f:\n    print(f)", "line 1 1\nline 1 2\nline 1 1", false)]
    [InlineData("python", "with open(name) as f:\n    print(f)", "line 1 1\nline 1 2\nraise 1 2 ValueError bad\nline 1 1", true)]
    [InlineData("python", "match name:\n    case 1:\n        pass", "line 1 1\nline 1 2", true)]
    [InlineData("python", "total = [x for x in load()]", "line 1 1\ncall 2 <listcomp>@1\nline 2 1\nret 2 1", false)]
    [InlineData("python", "total = [x for y in load() for x in y]", "line 1 1\ncall 2 <listcomp>@1\nline 2 1\nret 2 1", true)]
    [InlineData("python", "while True:\n    break", "line 1 1\nline 1 2", false)]
    [InlineData("python", "while more:\n    break", "line 1 1\nline 1 2", false)]
    [InlineData("javascript", "async function run() { }\nrun();", "line 1 2", true)]
    [InlineData("typescript", "class Box {\n  private size = 2;\n}\nopen();", "line 1 1\nline 1 4", false)]
    [InlineData("typescript", "class Box {\n  private size = measure();\n}\nopen();", "line 1 1\nline 1 4", true)]
    [InlineData("typescript", "class Box {\n  constructor(\n    private size: number,\n  ) {}\n}\nopen();", "line 1 1\nline 1 6", true)]
    [InlineData("typescript", "class Box {\n  size(): number {\n    return 2;\n  }\n}\nopen();", "line 1 1\nline 1 6", false)]
    [InlineData("javascript", "while (true) {\n  break;\n}", "line 1 1\nline 1 2", false)]
    [InlineData("java", "static void main(String[] args) {\n    run();\n}", "line 1 2\nline 1 3", false)]
    [InlineData("java", "static void main(String[] args) {\n    try { run(); }\n    catch (E e) {\n    }\n    end();\n}", "line 1 2\nline 1 4\nline 1 5", true)]
    [InlineData("java", "static void main(String[] args) {\n    run(x -> x);\n}", "line 1 2\ncall 2 lambda$main$0@2\nret 2 2\nline 1 3", true)]
    [InlineData("java", "class Box {\n    int size = 2;\n}", "line 1 2\ncall 2 <init>@1\nret 2 1", true)]
    [InlineData("java", "class Box {\n    Box() { }\n}", "line 1 2\ncall 2 <init>@2\nret 2 2", false)]
    [InlineData("cpp", "int main()\n{\n    take(std::move(name));\n}", "line 1 3", true)]
    [InlineData("cpp", "int main()\n{\n    for (;;) take(name);\n}", "line 1 3", true)]
    [InlineData("cpp", "int main()\n{\n    for (; *name; name++) take(name);\n}", "line 1 3", false)]
    [InlineData("c", "int main(void)\n{\n    do {\n        take();\n    } while (more());\n}", "line 1 3\nline 1 4", true)]
    public void A_stop_or_a_frame_that_no_text_tells(string language, string text, string script, bool untold)
    {
        var source = Programs.Source(text, "a." + language) with { Language = language };

        Assert.Equal(untold, UntoldStops.AreIn(Study(source, script), Statements(source)));
    }

    [Theory]
    [InlineData("python", "total = work()\nprint(total)", "line 1 1\nline 1 2 total=3", false)]
    [InlineData("python", "total = work()\nprint(total)", "line 1 1\nline 1 2 total=<TextIOWrapper>", true)]
    [InlineData("python", "total = work()\nprint(total)", "line 1 1\nline 1 2 total=Fraction(1,2)", true)]
    [InlineData("python", "total = 'Box(1)'\nprint(total)", "line 1 1\nline 1 2 total='Box(1)'", false)]
    [InlineData("python", "total = Box()\nclass Box: size = 1", "line 1 1\nline 1 2 total=Box()", false)]
    [InlineData("java", "static void main() {\n    in = open();\n    use(in);\n}", "line 1 2\nline 1 3 in=Scanner{}", true)]
    [InlineData("python", "import sys\nprint(sys)", "line 1 1\nline 1 2 sys=<module'sys'>", true)]
    [InlineData("python", "def outer(a):\n    def inner(b):\n        return a + b", "line 1 1\ncall 2 inner@2 b=1 a=2\nline 2 3\nret 2 3", true)]
    [InlineData("python", "def outer(a):\n    def inner(b):\n        return b", "line 1 1\ncall 2 inner@2 b=1\nline 2 3\nret 2 3", false)]
    [InlineData("javascript", "const shape = work();\nshow(shape);", "line 1 1\nline 1 2 shape={size:[Getter]}", true)]
    [InlineData("javascript", "let shape = work();\nshow(shape);", "line 1 1\nline 1 2 shape={size:2}", false)]
    [InlineData("javascript", "let held = work();\nshow(held);", "line 1 1\nline 1 2 held=[Function:work]", false)]
    [InlineData("javascript", "let sum = 0;\nfunction add(n) {\n  sum += n;\n}", "line 1 1\ncall 2 add@2 n=1 sum=0\nline 2 3\nret 2 3", true)]
    [InlineData("c", "    char line[9];\n    int bad = 0;\n    while (more(line))", "line 1 2\nline 1 3 bad=0 line=\"\"", true)]
    [InlineData("c", "    int size;\n    size = 3;\n    use(size);", "line 1 2\nline 1 3 size=3", false)]
    public void A_variable_or_a_value_that_no_text_tells(string language, string text, string script, bool untold)
    {
        var source = Programs.Source(text, "a." + language) with { Language = language };

        Assert.Equal(untold, UntoldNames.AreIn(Study(source, script)));
    }

    [Theory]
    [InlineData("<module 'sys'>", false)]
    [InlineData("<class 'Parser'>", false)]
    [InlineData("<function outer.<locals>.inner>", false)]
    [InlineData("<property>", false)]
    [InlineData("<cell>", true)]
    public void What_python_calls_its_own_things_is_told(string text, bool untold)
    {
        var plain = Study(Programs.Source("held = work()\nshow(held)\n"), "line 1 1\nline 1 2 held=3");
        var events = plain.Trace.Events.Select(e => e with { Set = [.. e.Set.Select(v => v with { Value = v.Value with { Text = text } })] });
        var study = new CaseStudy(plain.Source, ExecutionCase.Default, Programs.Evidence("ret 1 1\n", "x\n", ExecutionCase.Default) with { Agreed = plain.Trace with { Events = [.. events] } });

        Assert.Equal(untold, UntoldNames.AreIn(study));
    }

    [Fact]
    public void An_exception_that_a_variable_holds_has_a_notation_that_is_told_where_it_was_raised()
    {
        var source = Programs.Source("try { work(); }\ncatch (problem) {\n  show(problem);\n}", "a.javascript") with { Language = "javascript" };
        var plain = Study(source, "line 1 1\nraise 1 1 Error bad\ncatch 1 2 Error\nline 1 3 problem=3");
        var events = plain.Trace.Events.Select(e => e with { Set = [.. e.Set.Select(v => v with { Value = v.Value with { Text = "[Error: bad]" } })] });
        CaseStudy Held(IEnumerable<CodeAlchemy.Abstractions.Tracing.TraceEvent> held) =>
            new(source, ExecutionCase.Default, Programs.Evidence("ret 1 1\n", "x\n", ExecutionCase.Default) with { Agreed = plain.Trace with { Events = [.. held] } });

        Assert.False(UntoldNames.AreIn(plain) || HeldExceptions.AreIn(plain));
        Assert.True(HeldExceptions.AreIn(Held(events)));
        Assert.False(UntoldNames.AreIn(Held(events)));
        Assert.True(UntoldNames.AreIn(Held(events.Where(e => e.Exception is null))));
    }

    [Theory]
    [InlineData("python", "try:\n    a = 1\nexcept ValueError:\n    a = 2\nb = 3\n", "The line of a `try` is a line that runs.")]
    [InlineData("python", "while True:\n    a = 1\n    b = 2\n    if a:\n        break\n", "The line of a `while True` comes before each of its rounds.")]
    [InlineData("javascript", "'use strict';\nfunction f() {\n}\nlet b = 3;\nb = 4;\n", "`'use strict'` and declarations of functions are not.")]
    [InlineData("javascript", "let a = 1;\nlet b = 2;\na = 3;\nb = 4;\na = 5;\n", "texts in single quotes.")]
    [InlineData("cpp", "int main() {\n    try {\n        a = 1;\n    } catch (int) {\n    }\n}\n", "The line of a `try` is not listed.")]
    public async Task A_rule_is_told_where_a_trace_follows_it(string language, string text, string sentence)
    {
        var source = Programs.Source(text, "a." + language) with { Language = language };
        var bench = Bench(source, "call 1 main@1\nline 1 1\nline 1 3\nret 1 5\n");
        var rows = await new CodeTraceStrategy().Transform(source, bench, TestContext.Current.CancellationToken).OfType<Sample>().ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Contains(sentence, r.Messages[0].Content, StringComparison.Ordinal));
        Assert.All(rows.Where(r => r.Labels["rendering"] == "cwm"), r => Assert.DoesNotContain("The frame of", r.Messages[0].Content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_frame_that_an_exception_leaves_is_no_row_of_the_code_world_model()
    {
        const string Text = "def fail():\n    raise ValueError('bad')\nfail()\n";
        const string Run = "call 1 <module>@1\nline 1 1\nline 1 3\ncall 2 fail@1\nline 2 2\nraise 2 2 ValueError bad\nunw 2 2\nunw 1 3\n";
        var source = Programs.Source(Text);
        var bench = Bench(source, Run);
        var rows = await new CodeTraceStrategy().Transform(source, bench, TestContext.Current.CancellationToken).OfType<Sample>().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["compact"], rows.Select(r => r.Labels["rendering"]));
        Assert.Contains("leaves it because of an exception", rows[0].Messages[0].Content, StringComparison.Ordinal);
    }

    private static StatementMap? Statements(SourceFile source) => StatementMap.Of(source, Bench(source));

    private static CaseStudy Study(SourceFile source, string script) =>
        new(source, ExecutionCase.Default, Programs.Evidence($"call 1 main\n{script}\nret 1 9\n", "x\n", ExecutionCase.Default));

    private static TestWorkbench Bench(SourceFile source, string run = "call 1 main@1\nret 1 1\n") => Benches.Of(source, c => Programs.Evidence(run, "something 9\n", c))
        .WithSyntax(RealGrammars.Parse)
        .WithCases([ExecutionCase.Default])
        .WithOptions("""{"mutations": 0, "tasks": ["predict-trace"]}""");
}
