using System.Globalization;
using System.Text;
using CodeAlchemy.Text.Tokens;

// Usage: tokens FOLDER [SECONDS]
// Counts the tokens of a folder's files again and again on one thread, and writes MB and tokens per second of processor time; and the same for
// text whose words are all different, where the cache of pieces is of no use.
var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var texts = Directory.EnumerateFiles(args[0], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
var random = new Random(1);
var distinct = Enumerable.Range(0, 64).Select(_ => string.Join(' ', Enumerable.Range(0, 4000).Select(_ => Word(random)))).ToArray();
Measure(texts, 1);
var code = Measure(texts, seconds);
var words = Measure(distinct, seconds);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{code.Megabytes:F1} {code.Tokens:F0} {words.Megabytes:F1} {words.Tokens:F0}"));

static string Word(Random random) => string.Create(random.Next(6, 12), random, (word, source) => source.GetItems("abcdefghijklmnopqrstuvwxyz", word));

static (double Megabytes, double Tokens) Measure(string[] texts, double duration)
{
    var size = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
    // Processor time: there is one thread, and what others do on the machine doesn't count.
    var start = Environment.CpuUsage.TotalTime;
    long bytes = 0;
    long tokens = 0;
    while (Spent() < duration)
    {
        tokens += texts.Sum(text => (long)ByteLevelBpe.BuiltIn.Count(text));
        bytes += size;
    }

    return (bytes / 1e6 / Spent(), tokens / Spent());

    double Spent() => (Environment.CpuUsage.TotalTime - start).TotalSeconds;
}
