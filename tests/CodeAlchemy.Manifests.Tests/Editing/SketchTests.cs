using CodeAlchemy.Manifests.Editing.Sketching;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Tests.Editing;

public sealed class SketchTests
{
    // An alias stays a word in a sketch, so the document that is full of them is not among these.
    public static TheoryData<string> Documents => new(
        new[] { Path.Combine(Fixtures.Manifests, "good"), Path.Combine(Fixtures.Root, "plugins"), Path.Combine(Fixtures.Root, "examples") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith("pipeline-anchors.yaml", StringComparison.Ordinal))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Fixtures.Root, file))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_sound_document_is_what_the_strict_reader_reads(string file)
    {
        var text = File.ReadAllText(Path.Combine(Fixtures.Root, file));
        var strict = Strict(YamlTreeReader.Read(text, file, new DiagnosticBag())!, "").ToArray();

        var sketch = Sketch(SketchReader.Read(text, TestContext.Current.CancellationToken), "").ToArray();

        Assert.NotEmpty(strict);
        Assert.Equal(strict.Select(leaf => leaf.Path), sketch.Select(leaf => leaf.Path));
        Assert.All(strict.Zip(sketch), pair => Assert.True(pair.Second.Text is null || pair.First.Text == pair.Second.Text, $"{pair.First} {pair.Second}"));
    }

    [Theory]
    [InlineData("a: 1\r\nb:\r\n  - x\r\n  - y: 2\r\n", "a=1 b.0=x b.1.y=2")]
    [InlineData("a:\n- x\n- y\nb: 1", "a.0=x a.1=y b=1")]
    [InlineData("a: {b: [1, c: 2], d: }\n", "a.b.0=1 a.b.1.c=2 a.d=")]
    [InlineData("a: [1,\n  2, # two\n  3]\nb: 4", "a.0=1 a.1=2 a.2=3 b=4")]
    [InlineData("a: 'it''s'\nb: \"x # y\"", "a=it's b=x # y")]
    [InlineData("# only\n---\na: &x 1\nb: *x\n", "a=1 b=*x")]
    [InlineData("- - 1\n  - 2\n-\n  a: 1", "0.0=1 0.1=2 1.a=1")]
    [InlineData("a: one\n  two\nb: 1", "a=one two b=1")]
    [InlineData("𝒳: 𝒴 # z\n", "𝒳=𝒴")]
    public void Block_and_flow_style_are_read(string text, string leaves) =>
        Assert.Equal(leaves, string.Join(' ', Sketch(SketchReader.Read(text, TestContext.Current.CancellationToken), "").Select(leaf => $"{leaf.Path}={leaf.Text}")));

    [Theory]
    [InlineData("a: {b: 1, c\nd: 2", "a.b=1 a.c= d=2")]
    [InlineData("a: [x, y\nd: 2", "a.0=x a.1=y d=2")]
    [InlineData("a: \"open\nb: 2", "a=open b=2")]
    [InlineData("a:\n  b\n  c: 1\nd: 2", "a.b= a.c=1 d=2")]
    [InlineData("a:\n    b: 1\n  c: 2\nd: 3", "a.b=1 a.c=2 d=3")]
    [InlineData("a: {b: [1, 2}\nd: 3", "a.b.0=1 a.b.1=2 d=3")]
    public void A_broken_text_goes_on_where_the_indentation_says_so(string text, string leaves) =>
        Assert.Equal(leaves, string.Join(' ', Sketch(SketchReader.Read(text, TestContext.Current.CancellationToken), "").Select(leaf => $"{leaf.Path}={leaf.Text}")));

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("\"")]
    [InlineData("a: ")]
    [InlineData("a:\n ")]
    [InlineData("? ")]
    [InlineData("&x ")]
    [InlineData("\t")]
    [InlineData("\u0001\uD800")]
    [InlineData("[{a: ")]
    [InlineData("- [\n")]
    public void A_megabyte_of_anything_is_read_to_its_end(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, (1 << 20) / part.Length));

        var root = SketchReader.Read(text, TestContext.Current.CancellationToken);

        Assert.InRange(root.End, 0, text.Length);
    }

    private static IEnumerable<(string Path, string? Text)> Strict(Node node, string path) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => Strict(entry.Value, $"{path}.{entry.Key.Text}")),
        SequenceNode list => list.Items.SelectMany((item, i) => Strict(item, $"{path}.{i}")),
        _ => [(path.TrimStart('.'), ((ScalarNode)node).Text)],
    };

    // What is written over several lines or with escapes is found, but not read to the letter.
    private static IEnumerable<(string Path, string? Text)> Sketch(SketchNode? node, string path) => node switch
    {
        SketchMapping mapping => mapping.Entries.SelectMany(entry => Sketch(entry.Value, $"{path}.{entry.Key.Text}")),
        SketchList list => list.Items.SelectMany((item, i) => Sketch(item.Value, $"{path}.{i}")),
        SketchScalar scalar => [(path.TrimStart('.'), scalar.Style == SketchStyle.Block || scalar.Text.Contains('\\') || scalar.Text.Contains('\n') ? null : scalar.Text)],
        _ => [(path.TrimStart('.'), "")],
    };
}
