using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Tests.Shared;
using CodeAlchemy.Text.Tokens;
using CodeAlchemy.TrainTokenizer;
using Xunit;

namespace CodeAlchemy.Text.Tests;

public sealed class TrainingTests
{
    [Fact]
    public void The_pair_that_stands_most_often_is_merged_first()
    {
        var words = new Words();
        words.Add("aaabdaaabac", 1);
        // aa stands four times (overlapping), then aaab's parts twice; the rest stands once.
        var merges = Trainer.Learn(words, 400).Select(merge => (merge.Left, merge.Right)).ToArray();
        Assert.Equal([('a', 'a'), ('a', 'b'), (256, 257)], merges);
    }

    [Fact]
    public void The_same_files_give_the_same_bytes_in_whatever_order()
    {
        using var folder = new TemporaryFolder();
        var files = Enumerable.Range(0, 6).Select(number => Path.Combine(folder.Path, $"{number}.{(number % 2 == 0 ? "py" : "md")}")).ToArray();
        foreach (var (number, file) in files.Index())
        {
            File.WriteAllText(file, string.Concat(Samples.Random(30 + number)));
        }

        var first = TokenizerWriter.Write(Trainer.Learn(Corpus.Read(files), 600));
        var second = TokenizerWriter.Write(Trainer.Learn(Corpus.Read(files.Reverse()), 600));
        Assert.Equal(first, second);
        var tokenizer = Samples.Load(Encoding.UTF8.GetString(first));
        Assert.InRange(tokenizer.VocabularySize, 400, 600);
        Assert.All(Samples.Random(100), text => Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text))));
    }

    [Fact]
    public void The_built_in_tokenizer_is_the_one_that_its_name_stands_for()
    {
        using var stream = typeof(ByteLevelBpe).Assembly.GetManifestResourceStream("codealchemy-8k.json")!;
        Assert.InRange(stream.Length, 100_000, 400_000);
        // Rows carry the name alone. Another vocabulary needs another name, so that counts under one name can be compared.
        Assert.Equal("09de5e0e79533bc37471fc45d213108f58389456389dca93dc34abcd550af57f", Convert.ToHexStringLower(SHA256.HashData(stream)));
        Assert.Equal(("codealchemy-8k", 8192), (ByteLevelBpe.BuiltIn.Name, ByteLevelBpe.BuiltIn.VocabularySize));
    }

    [Fact]
    public void The_table_of_the_documentation_says_how_many_bytes_a_token_has()
    {
        var rows = File.ReadLines(Path.Combine(Samples.Root, "docs/tokens.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 3 && cells[1].Length > 0 && Directory.Exists(Path.Combine(Samples.Root, "examples/corpus", cells[1])))
            .ToDictionary(cells => cells[1], cells => double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["c", "cpp", "java", "javascript", "python", "typescript"], rows.Keys.Order(StringComparer.Ordinal));
        foreach (var (language, said) in rows)
        {
            var texts = Directory.EnumerateFiles(Path.Combine(Samples.Root, "examples/corpus", language), "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
            var measured = texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text)) / texts.Sum(text => (double)ByteLevelBpe.BuiltIn.Count(text));
            Assert.InRange(said, measured - 0.1, measured + 0.1);
        }
    }
}
