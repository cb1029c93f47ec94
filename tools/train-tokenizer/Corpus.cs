namespace CodeAlchemy.TrainTokenizer;

/// <summary>The texts to learn from: a list of files, in which every kind of text counts about alike.</summary>
internal static class Corpus
{
    private const int HighestWeight = 16;

    // One language has most of the lines; without weights its words would take the vocabulary.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [".c"] = "c", [".h"] = "c", [".cpp"] = "c", [".hpp"] = "c", [".cs"] = "cs", [".java"] = "java", [".js"] = "js", [".mjs"] = "js",
        [".ts"] = "js", [".md"] = "text", [".scriban"] = "text", [".py"] = "py", [".sh"] = "data", [".yaml"] = "data", [".scm"] = "data",
    };

    /// <summary>The pieces of all files whose kind is known; the others are left out.</summary>
    /// <param name="files">Paths; their order doesn't matter.</param>
    public static Words Read(IEnumerable<string> files)
    {
        var kinds = files.Where(file => Kinds.ContainsKey(Path.GetExtension(file)))
            .GroupBy(file => Kinds[Path.GetExtension(file)], File.ReadAllText)
            .Select(group => group.ToArray())
            .ToArray();
        var words = new Words();
        var largest = kinds.Max(Size);
        foreach (var texts in kinds)
        {
            var weight = Math.Clamp(largest / Math.Max(1, Size(texts)), 1, HighestWeight);
            Array.ForEach(texts, text => words.Add(text, weight));
        }

        return words;
    }

    private static long Size(string[] texts) => texts.Sum(text => (long)text.Length);
}
