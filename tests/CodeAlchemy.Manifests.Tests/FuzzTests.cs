using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

/// <summary>Reading never throws, whatever the text.</summary>
public sealed class FuzzTests
{
    private const int Mutants = 150;

    private static readonly string[] Pieces =
    [
        "\n", "\t", " ", "  ", "- ", ": ", ":", "{", "}", "[", "]", ",", "'", "\"", "#", "&a ", "*a", "!t ", "!!str ", "|", ">", "|2-", "? ", "<<: ", "%YAML 1.2\n",
        "---\n", "...\n", "~", "null", "true", "-1", "1e400", "0x1F", "9223372036854775808", "\0", "\u0007", "\uFEFF", "\uD800", "\U0001F600", "\u2028", "\r",
        "\\u12", "\"\\xZZ\"", "../", "(?<", "512MiB", "10s", "apiVersion", "kind", "[[[[[[[[", "{a: {a: {a: ", "- - - - ", "@", "`", "\u0085",
    ];

    public static TheoryData<string, string> Seeds
    {
        get
        {
            var seeds = new TheoryData<string, string>();
            foreach (var folder in new[] { "good", "bad" })
            {
                foreach (var file in Directory.EnumerateFiles(Path.Combine(Fixtures.Manifests, folder), "*.yaml").Order(StringComparer.Ordinal))
                {
                    seeds.Add(folder, Path.GetFileName(file));
                }
            }

            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_document_is_read_without_an_exception(string folder, string name)
    {
        var text = Fixtures.Text(folder, name);
        var random = new Random(StableSeed(name));
        for (var i = 0; i < Mutants; i++)
        {
            ReadWithEveryReader(Mutate(text, random), name);
        }
    }

    [Fact]
    public void Text_without_any_sense_is_read_without_an_exception()
    {
        var random = new Random(20);
        for (var i = 0; i < 3_000; i++)
        {
            ReadWithEveryReader(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Pieces[random.Next(Pieces.Length)])), "soup.yaml");
        }
    }

    [Fact]
    public void Overrides_without_any_sense_are_applied_without_an_exception()
    {
        var (text, random) = (Fixtures.Text("good", "pipeline-full.yaml"), new Random(21));
        string[] paths = ["run", "run.seed", "filters.0", "filters.size.atMost", "strategies.1.other", "..", "name", "strategies.-1", "strategies.99999999999", "output.path"];
        for (var i = 0; i < 2_000; i++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Check(PipelineManifestReader.Read(text, "/m/x.yaml", [$"{paths[random.Next(paths.Length)]}={value}"]));
        }
    }

    [Fact]
    public void A_huge_text_is_refused_before_it_is_read()
    {
        var parsed = PipelineManifestReader.Read(new string('[', 3_000_000), "huge.yaml");

        Assert.Equal(DiagnosticCodes.TooLarge, Assert.Single(parsed.Diagnostics).Code);
    }

    private static void ReadWithEveryReader(string text, string file)
    {
        Check(PluginManifestReader.Read(text, file, "/plugins/x", "user"));
        Check(PipelineManifestReader.Read(text, file));
        Check(CasesReader.Read(text, file));
    }

    /// <summary>Either there is a value, or there is an error that says why not.</summary>
    private static void Check<T>(Parsed<T> parsed)
        where T : class =>
        Assert.Equal(parsed.Value is null, parsed.HasErrors);

    private static string Mutate(string text, Random random)
    {
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(8), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                _ => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }

    private static int StableSeed(string name) => name.Aggregate(17, (seed, c) => unchecked((seed * 31) + c));
}
