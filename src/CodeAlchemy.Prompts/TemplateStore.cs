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
public sealed class TemplateStore
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly ImmutableArray<string> _folders;
    private readonly ConcurrentDictionary<string, Lazy<PromptTemplate>> _templates = new(StringComparer.Ordinal);

    /// <summary>Creates a store.</summary>
    /// <param name="folders">Absolute folders, the user's own first. One that does not exist is skipped.</param>
    public TemplateStore(IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        _folders = [.. folders];
    }

    /// <summary>The compiled template.</summary>
    /// <param name="path">Path below one of the folders, with '/'.</param>
    /// <exception cref="ProblemException">There is no such template, or it is not valid.</exception>
    public PromptTemplate Get(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _templates.GetOrAdd(path, p => new Lazy<PromptTemplate>(() => Load(p))).Value;
    }

    /// <summary>Renders a template.</summary>
    /// <exception cref="ProblemException">See <see cref="Get"/> and <see cref="PromptTemplate.Render"/>.</exception>
    public RenderedPrompt Render(string path, IReadOnlyDictionary<string, object?> values)
    {
        var template = Get(path);
        return new RenderedPrompt(template.Render(values), new PromptReference(path, template.Sha256));
    }

    /// <summary>The file that serves a path, or <see langword="null"/>.</summary>
    public string? FileOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        TemplatePath.Check(path);
        return _folders.Select(folder => TemplatePath.Find(folder, path)).FirstOrDefault(file => file is not null);
    }

    /// <summary>All paths of templates (<c>*.scriban</c>), sorted, each once.</summary>
    public ImmutableArray<string> Paths() =>
        [.. _folders.Where(Directory.Exists).SelectMany(Below).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*.scriban", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => TemplatePath.Find(folder, path) is not null);

    private PromptTemplate Load(string path)
    {
        var file = FileOf(path) ?? throw new ProblemException(new Problem(
            "template-missing", $"There is no template `{path}`.",
            $"Looked below {string.Join(", ", _folders)}.", ExitCode.Configuration));
        var bytes = File.ReadAllBytes(file);
        var parsed = PromptTemplate.Parse(Decode(bytes, file), file, bytes);
        if (parsed.Value is { } template)
        {
            return template;
        }

        var first = parsed.Diagnostics[0];
        throw new ProblemException(new Problem(
            first.Code, first.Message, first.Remedy ?? "Correct the template.", ExitCode.Configuration, first.Location));
    }

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
