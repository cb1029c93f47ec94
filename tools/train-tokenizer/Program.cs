using System.Globalization;
using CodeAlchemy.TrainTokenizer;

// Learns a byte-level BPE tokenizer from the files whose paths stand on standard input, one a line.
if (args.Length != 2 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 256)
{
    Console.Error.WriteLine("usage: train-tokenizer TOKENS OUTPUT < LIST-OF-FILES; TOKENS is 256 or more");
    return 2;
}

var files = new List<string>();
while (Console.ReadLine() is { } line)
{
    files.Add(line);
}

var merges = Trainer.Learn(Corpus.Read(files), size);
var bytes = TokenizerWriter.Write(merges);
File.WriteAllBytes(args[1], bytes);
Console.WriteLine($"{merges.Count + 256} tokens from {files.Count} files, {bytes.Length} bytes");
return 0;
