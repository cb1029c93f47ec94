using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Text.Tokens.Files;
using CodeAlchemy.Text.Tokens.Normalizing;
using CodeAlchemy.Text.Tokens.Splitting;

namespace CodeAlchemy.Text.Tokens;

/// <summary>
/// A byte-level BPE tokenizer from a <c>tokenizer.json</c> of Hugging Face: the same tokens as that library, without those that a template
/// adds at the beginning and the end. Thread-safe; immutable but for a bounded cache.
/// </summary>
public sealed class ByteLevelBpe
{
    /// <summary>Name of the tokenizer that comes with the tool.</summary>
    public const string BuiltInName = "codealchemy-8k";

    private const int LargestFile = 256 << 20;
    private static readonly Lazy<ByteLevelBpe> Shipped = new(LoadBuiltIn);
    private readonly TokenizerParts _parts;

    private ByteLevelBpe(TokenizerParts parts, string name) => (_parts, Name) = (parts, name);

    /// <summary>The tokenizer that comes with the tool: about 8,000 tokens, made from the tool's own sources and documents.</summary>
    public static ByteLevelBpe BuiltIn => Shipped.Value;

    /// <summary>Name to write beside counts: for a file its name and the first 8 hexadecimal digits of its SHA-256.</summary>
    public string Name { get; }

    /// <summary>Number of tokens.</summary>
    public int VocabularySize => _parts.Spellings.Count;

    /// <summary>Reads a <c>tokenizer.json</c>.</summary>
    /// <exception cref="ProblemException">The file is missing, is no tokenizer, or asks for something that isn't supported.</exception>
    public static ByteLevelBpe Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return stream.Length <= LargestFile ? Load(stream, path) : throw TokenizerProblem.Unreadable(path, "it is larger than 256 MiB.");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw TokenizerProblem.Missing(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw TokenizerProblem.Unreadable(path, fault.Message, fault);
        }
    }

    /// <summary>Reads a <c>tokenizer.json</c> from a stream.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="path">Where they are from: for messages and, its last part, for the name.</param>
    /// <exception cref="ProblemException">It is no tokenizer, or asks for something that isn't supported.</exception>
    public static ByteLevelBpe Load(Stream stream, string path)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 4));
        return new ByteLevelBpe(TokenizerReader.Read(bytes, path), $"{Path.GetFileName(path)}@{hash}");
    }

    /// <summary>The tokens of a text. A lone surrogate counts as U+FFFD; the text of an added token becomes that token.</summary>
    /// <exception cref="ProblemException">The tokenizer's own pattern takes too many steps on the text.</exception>
    public ImmutableArray<int> Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<int>();
        Run(text, tokens);
        return [.. tokens];
    }

    /// <summary>Number of tokens of a text, the length of <see cref="Encode"/>'s result.</summary>
    /// <exception cref="ProblemException">The tokenizer's own pattern takes too many steps on the text.</exception>
    public int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Run(text, null);
    }

    /// <summary>The text of tokens; bytes that are no UTF-8 become U+FFFD.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no token of a given id.</exception>
    public string Decode(IEnumerable<int> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        using var bytes = new MemoryStream();
        foreach (var token in tokens)
        {
            bytes.Write(_parts.Spellings.TryGetValue(token, out var spelling)
                ? spelling
                : throw new ArgumentOutOfRangeException(nameof(tokens), token, "The tokenizer has no token of this id."));
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static ByteLevelBpe LoadBuiltIn()
    {
        using var stream = typeof(ByteLevelBpe).Assembly.GetManifestResourceStream($"{BuiltInName}.json")!;
        return new ByteLevelBpe(Load(stream, $"{BuiltInName}.json")._parts, BuiltInName);
    }

    private int Run(string text, List<int>? kept)
    {
        var collector = new TokenCollector(_parts.Pairs, kept);
        PieceReceiver first = collector;
        foreach (var splitter in _parts.Splitters.Reverse())
        {
            first = new SplitterStage(splitter, first);
        }

        var normalized = new AddedTokenStage(_parts.Normalized, collector, first);
        var composed = _parts.Composes ? new ComposingStage(normalized) : (PieceReceiver)normalized;
        new AddedTokenStage(_parts.Added, collector, composed).Take(WellFormed.Of(text));
        return collector.Count;
    }
}
