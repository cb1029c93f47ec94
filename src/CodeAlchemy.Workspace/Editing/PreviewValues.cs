using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Prompts;
using CodeAlchemy.Workspace.Workbench;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>Values for the preview of a prompt: what a program tells without being run, and placeholders for the rest. Not thread-safe.</summary>
internal sealed class PreviewValues(LanguageDetector languages, string sourcePath)
{
    private const int MostBytes = 1 << 20;

    private readonly SortedSet<string> _fromSource = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _placeholders = new(StringComparer.Ordinal);
    private string _text = "";
    private string _language = "";

    /// <summary>A preview is of one program; what takes longer than this would keep an editor waiting.</summary>
    public static RenderOptions Options { get; } = RenderOptions.Default with
    {
        MaximumLength = 4 << 20,
        StepLimit = 1_000_000,
        Now = DateTimeOffset.UnixEpoch,
        Random = () => new KeyedRandom(0, "preview"),
    };

    public ImmutableArray<string> FromSource => [.. _fromSource];

    public ImmutableArray<string> Placeholders => [.. _placeholders];

    /// <summary>Reads the program.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="ProblemException">It is too large.</exception>
    public void Load()
    {
        if (new FileInfo(sourcePath).Length > MostBytes)
        {
            throw new ProblemException(new Problem("source-too-large", $"The program {sourcePath} has more than {MostBytes} bytes.", "Choose a smaller one.", ExitCode.Failure));
        }

        _text = File.ReadAllText(sourcePath);
        _language = languages.Detect(sourcePath, [])?.Id ?? "";
    }

    /// <summary>The value of a variable or member.</summary>
    public object? Of(string path)
    {
        var value = FromProgram(path);
        (value is null ? _placeholders : _fromSource).Add(path);
        return value ?? $"‹{path}›";
    }

    private string? FromProgram(string path) => path switch
    {
        "code" or "program" => Fences.Wrap(_text, _language),
        "numbered" => Fences.Wrap(Fences.Number(_text)),
        "language" when _language.Length > 0 => LanguageNames.Of(_language),
        "file" or "path" or "source.path" => Path.GetFileName(sourcePath),
        "source" or "source.text" => _text,
        "source.language" when _language.Length > 0 => _language,
        _ => null,
    };
}
