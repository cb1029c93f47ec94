using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Instrumentation;
using CodeAlchemy.Execution.Tests.Support;
using CodeAlchemy.Manifests;
using CodeAlchemy.Syntax;
using Xunit;

namespace CodeAlchemy.Execution.Tests.Instrumentation;

/// <summary>The Swift plugin's query and insertions, without a compiler of Swift: what they make must be Swift by its grammar.</summary>
public sealed class SwiftTests
{
    private static readonly string Folder = Path.Combine(Languages.Root, "plugins", "languages", "swift");
    private static readonly string Deps = Path.Combine(Languages.Root, ".deps");

    // The query is compiled once for all tests.
    private static readonly Lazy<SyntaxService> Syntax =
        new(() => new SyntaxService(new SyntaxOptions(Path.Combine(Deps, "native"), Path.Combine(Deps, "node_modules"))));

    public SwiftTests() =>
        Assert.SkipUnless(File.Exists(Path.Combine(Deps, "native", "libtree-sitter.so")), "the native dependencies are not installed");

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateDirectories(Path.Combine(Folder, "samples")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task An_instrumented_sample_parses_and_keeps_its_lines(string sample)
    {
        var source = File.ReadAllText(Path.Combine(Folder, "samples", sample, "program.swift"));

        var program = await Instrument(source);

        Assert.NotNull(program);
        Assert.Empty(program.Notes);
        Assert.Empty(Faults(source));
        Assert.Empty(Faults(program.Text));
        Assert.Equal(source.Count(c => c == '\n'), program.Text.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("func f() { g() }", "{Enter(f);Begin; Line(1);g();End(1) }")]
    [InlineData("func f() {\n}", "Enter(f);Begin;Gave")]
    [InlineData("func f(_ a: Int) -> Int { a + 1 }", "{Enter(f);Begin(a); Line(1)(a);return Give(1,a + 1);End(1)(a) }")]
    [InlineData("func f() -> Int { return 1 }", "{Enter(f);Begin; Line(1);return Give(1,1) }")]
    [InlineData("func f() { if a { return }\n g() }", "if a { Line(1);Gave;return }")]
    [InlineData("func f() { throw E.bad }", "throw Raise(1,E.bad)")]
    [InlineData("func f() { while let a = g() { h(a) } }", "while Cond(1),let a = g() { Line(1)(a);h(a) }")]
    [InlineData("func f() { repeat { g() } while a }", "while Cond(1)&&(a)")]
    [InlineData("func f() { if a { g() } else if let b = c { h(b) } }", "else if Cond(1),let b = c { Line(1)(b);h(b) }")]
    [InlineData("func f() { for a in b where a > 0 { g(a) } }", "for a in b where a > 0 { Cond(1)(a);Line(1)(a);g(a) }")]
    [InlineData("func f() { do { try g() } catch E.bad(let n) { h(n) } catch { k(error) } }", "{Caught(1); Line(1)(n);h(n) } catch {Caught(1,error); Line(1);k(error) }")]
    [InlineData("func f() { defer { g() }\n h() }", "Line(1);defer { Line(1);g() }")]
    [InlineData("let a = b.map { $0 + 1 }", "b.map {Enter(<closure>);Begin($0); Line(1);return Give(1,$0 + 1);End(1) }")]
    [InlineData("let a = b.sorted { $0 < $1 }", "{Enter(<closure>);Begin($0)($1); Line(1);return Give(1,$0 < $1);End(1) }")]
    [InlineData("g { x in h(x) }", "{ x inEnter(<closure>);Begin(x); Line(1)(x);return Give(1,h(x));End(1)(x) }")]
    [InlineData("g { fatalError() }", "Line(1);fatalError();End(1)")]
    [InlineData("struct S { var a: Int { 1 } }", "{Enter(S.a);Begin; Line(1);return Give(1,1) }")]
    [InlineData("struct S { var a = 1 { didSet { g() } } }", "didSet {Enter(S.a);Begin; Line(1);g();End(1) }")]
    [InlineData("class C { init?(a: Int) { return nil } }", "{Enter(C.init);Begin(a); Line(1)(a);Gave;return nil }")]
    [InlineData("class C { func f() { g() } }", "Enter(C.f);Begin(self); Line(1);g();End(1)")]
    [InlineData("class C { static func f() { g() } }", "Enter(C.f);Begin; Line(1);g();End(1)")]
    [InlineData("func f() -> Int { let a: Int\n a = 1\n return a }", "a = 1\n Line(3)(a);return Give(3,a)")]
    [InlineData("func f() { let a: Int\n if b { a = 1 } else { a = 2; g() }\n h(a) }", "a = 2; Line(2);g() }\n Line(3)(a);h(a)")]
    [InlineData("func f(a: (Int) -> Int, b: @escaping () -> Int) { g() }", "Enter(f);Begin(b); Line(1)(b);g()")]
    [InlineData("struct S { subscript(a: Int) -> Int { a } }", "{Enter(S.subscript);Begin(a); Line(1)(a);return Give(1,a)")]
    [InlineData("func f(a: Int) -> String { switch a { case 1: \"x\" default: \"y\" } }", "Gave;return switch a { case 1: \"x\" default: \"y\" }")]
    [InlineData("func f(a: Int) { let b = if a > 0 { 1 } else { 2 } }", "let b = if a > 0 { 1 } else { 2 };End(1)")]
    [InlineData("func f() async { g() }\nh()", "func f() async { g() }\nLine(2);h()")]
    [InlineData("func g() { let t = Task { await f() } }", "Task { await f() }")]
    [InlineData("func f() { a: for b in c { break a } }", "Line(1);a: for b in c {")]
    [InlineData("func f() { lazy var a = g()\n h() }", "a = g()\n Line(2);h()")]
    [InlineData("let a = 1\nfunc f() { g() }\nclass C { var b = 2 }\nh()", "Line(4)(a);h()")]
    public async Task Insertions_stand_where_the_language_allows_them(string source, string expected)
    {
        var program = await Instrument(source + "\n");

        Assert.Empty(Faults(source));
        Assert.Empty(Faults(program!.Text));
        Assert.Contains(expected, Short(program.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("let a = await f()\n")]
    [InlineData("func f() { g() }\nlet t = Task { await f() }\n")]
    public async Task A_program_whose_main_code_awaits_is_not_traced(string source) => Assert.Null(await Instrument(source));

    [Fact]
    public async Task Messages_of_the_compiler_drop_what_they_point_at()
    {
        const string source = "func f(_ a: Int) -> Int {\n    g(a)\n    return a\n}\n";
        var first = (await Instrument(source))!.Text.Split('\n')[1];
        var column = Encoding.UTF8.GetByteCount(first[..first.IndexOf(".v(0", StringComparison.Ordinal)]) + 1;

        var program = await Instrument(source, $"/work/p.swift:2:{column}: error: something\n    g(a)\n    ^\n");

        Assert.Equal(1, program!.Dropped);
        Assert.Contains("__ca_f.line(2,0x1)?.done();g(a)", program.Text, StringComparison.Ordinal);
    }

    // The insertions in fewer words.
    private static string Short(string text)
    {
        text = System.Text.RegularExpressions.Regex.Replace(text, @" let __ca_f=__ca_enter\(""([^""]*)"",\d+,\d+\);defer\{__ca_f\.leave\(\)\};__ca_f\.begin\(\)\?", "Enter($1);Begin");
        text = System.Text.RegularExpressions.Regex.Replace(text, @"\.v\(\d+,""([^""]*)"",[^)]*\)", "($1)");
        text = System.Text.RegularExpressions.Regex.Replace(text, @"__ca_f\.(line|end)\((\d+),0x[0-9a-f]+\)\?", m => (m.Groups[1].Value == "line" ? "Line(" : "End(") + m.Groups[2].Value + ")");
        text = System.Text.RegularExpressions.Regex.Replace(text, @"\(__ca_f\.cond\((\d+),0x[0-9a-f]+\)\?((?:\([^)]*\))*)\.ok\(\) \?\? true\)", "Cond($1)");
        text = System.Text.RegularExpressions.Regex.Replace(text, @"__ca_f\.cond\((\d+),0x[0-9a-f]+\)\?", "Cond($1)");
        return text.Replace(".done()", "", StringComparison.Ordinal).Replace(".keep()", "", StringComparison.Ordinal)
            .Replace("__ca_f.give", "Give", StringComparison.Ordinal).Replace("__ca_f.raise", "Raise", StringComparison.Ordinal)
            .Replace("__ca_f.caught", "Caught", StringComparison.Ordinal).Replace("__ca_f.gave()", "Gave", StringComparison.Ordinal);
    }

    private static async Task<InstrumentedProgram?> Instrument(string source, params string[] messages)
    {
        var file = Path.Combine(Folder, "plugin.yaml");
        var read = PluginManifestReader.Read(File.ReadAllText(file), file, Folder, "builtin");
        var language = read.Value!.Language!;
        var round = 0;
        return await new DeclarativeInstrumenter(Syntax.Value).Instrument(
            language,
            language.Tracers.Single(),
            source,
            (_, _) => ValueTask.FromResult(round < messages.Length ? new CompileAttempt(false, messages[round++]) : new CompileAttempt(true, "")),
            TestContext.Current.CancellationToken);
    }

    private static List<string> Faults(string text)
    {
        using var tree = Syntax.Value.ParseUtf8(new GrammarReference("tree-sitter-swift", "tree_sitter_swift"), Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        return [.. tree!.Matches("[(ERROR) (MISSING)] @fault", TestContext.Current.CancellationToken)
            .SelectMany(match => match.Captures).Select(capture => $"{capture.Node.Span.StartLine}: {capture.Node.Text}")];
    }
}
