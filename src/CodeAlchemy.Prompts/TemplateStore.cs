using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts;

/// <summary>
/// Templates over several folders; an earlier folder overrides a later one, path by path. Each file is read and compiled
/// once. Thread-safe.
/// </summary>
public sealed class TemplateStore : ITemplateSource
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly ImmutableArray<string> _folders;
    private readonly ConcurrentDictionary<string, Lazy<Parsed<PromptTemplate>>> _templates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly RenderOptions _options;
    private readonly IReadOnlyDictionary<string, string> _texts;

    /// <summary>Creates a store.</summary>
    /// <param name="folders">Absolute folders, the user's own first. One that does not exist is skipped.</param>
    /// <param name="texts">Texts that take the place of what files hold, by absolute path: those that an editor has not saved yet.</param>
    public TemplateStore(IEnumerable<string> folders, IReadOnlyDictionary<string, string>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(folders);
        _folders = [.. folders];
        _texts = texts ?? ImmutableDictionary<string, string>.Empty;
        _options = RenderOptions.Default with { Templates = this };
    }

    /// <summary>The folders, the user's own first.</summary>
    public ImmutableArray<string> Folders => _folders;

    /// <summary>The compiled template.</summary>
    /// <param name="path">Path below one of the folders, with '/'.</param>
    /// <exception cref="ProblemException">There is no such template, or it is not valid.</exception>
    public PromptTemplate Get(string path)
    {
        var parsed = Parse(path);
        if (parsed.Value is { } template)
        {
            return template;
        }

        var first = parsed.Diagnostics[0];
        throw new ProblemException(new Problem(
            first.Code, first.Message, first.Remedy ?? "Correct the template.", ExitCode.Configuration, first.Location));
    }

    /// <summary>The template and what is wrong with it.</summary>
    /// <param name="path">Path below one of the folders, with '/'.</param>
    /// <exception cref="ProblemException">There is no such template, or its file can't be read as text.</exception>
    public Parsed<PromptTemplate> Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _templates.GetOrAdd(path, p => new Lazy<Parsed<PromptTemplate>>(() => Load(p))).Value;
    }

    /// <summary>
    /// The hash that provenance names: that of the template's bytes, or, when it includes others, of the hashes and paths of all
    /// templates it reaches.
    /// </summary>
    /// <exception cref="ProblemException">The template or one that it includes is not there or not valid.</exception>
    public string HashOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _hashes.GetOrAdd(path, p => TemplateClosure.Of(this, p).Sha256);
    }

    /// <summary>The templates a template reaches by <c>include</c>, itself first, each once.</summary>
    /// <exception cref="ProblemException">One of them is not there or not valid.</exception>
    public ImmutableArray<string> Reach(string path) => TemplateClosure.Of(this, path).Paths;

    /// <summary>Renders a template.</summary>
    /// <exception cref="ProblemException">See <see cref="Get"/> and <see cref="PromptTemplate.Render(IReadOnlyDictionary{string, object?}, RenderOptions)"/>.</exception>
    public RenderedPrompt Render(string path, IReadOnlyDictionary<string, object?> values) => Render(path, values, _options);

    /// <summary>Renders a template.</summary>
    /// <param name="path">Path below one of the folders, with '/'.</param>
    /// <param name="values">See <see cref="PromptTemplate.Render(IReadOnlyDictionary{string, object?}, RenderOptions)"/>.</param>
    /// <param name="options">What the rendering may use; templates are always those of this store.</param>
    /// <exception cref="ProblemException">See <see cref="Get"/> and <see cref="PromptTemplate.Render(IReadOnlyDictionary{string, object?}, RenderOptions)"/>.</exception>
    public RenderedPrompt Render(string path, IReadOnlyDictionary<string, object?> values, RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var template = Get(path);
        var own = ReferenceEquals(options.Templates, this) ? options : options with { Templates = this };
        return new RenderedPrompt(template.Render(values, own), new PromptReference(path, HashOf(path)));
    }

    /// <summary>The file that serves a path, or <see langword="null"/>.</summary>
    public string? FileOf(string path) => FilesOf(path).FirstOrDefault();

    /// <summary>The files of a path in all folders: the one that serves it, then those it overrides.</summary>
    public IEnumerable<string> FilesOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        TemplatePath.Check(path);
        return _folders.Select(folder => TemplatePath.Find(folder, path) ?? Unsaved(folder, path)).OfType<string>();
    }

    /// <summary>All paths of templates (<c>*.scriban</c>), sorted, each once.</summary>
    public ImmutableArray<string> Paths() =>
        [.. _folders.Where(Directory.Exists).SelectMany(Below).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*.scriban", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => TemplatePath.Find(folder, path) is not null);

    private Parsed<PromptTemplate> Load(string path)
    {
        var file = FileOf(path) ?? throw new ProblemException(new Problem(
            "template-missing", $"There is no template `{path}`.",
            $"Looked below {string.Join(", ", _folders)}.", ExitCode.Configuration));
        if (_texts.TryGetValue(file, out var text))
        {
            return PromptTemplate.Parse(text, file);
        }

        var bytes = File.ReadAllBytes(file);
        return PromptTemplate.Parse(Decode(bytes, file), file, bytes);
    }

    private string? Unsaved(string folder, string path) => Path.Combine(folder, path) is var file && _texts.ContainsKey(file) ? file : null;

    private static string Decode(byte[] bytes, string file)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new ProblemException(
                new Problem("template-encoding", $"The template {file} is not valid UTF-8.", "Save it as UTF-8.", ExitCode.Configuration), e);
        }
    }
}
