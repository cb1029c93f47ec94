using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts;
using CodeAlchemy.Workspace.Workbench;

namespace CodeAlchemy.Workspace.Prompts;

/// <summary>The prompt templates of this installation, the user and the project. Thread-safe.</summary>
public sealed class PromptService
{
    private const string Extension = ".scriban";
    private readonly Installation _installation;

    internal PromptService(Installation installation) => _installation = installation;

    /// <summary>Names of all templates, sorted.</summary>
    /// <param name="manifest">Manifest whose folder may override templates, or <see langword="null"/>.</param>
    public ImmutableArray<string> Names(string? manifest = null) => _installation.TemplatesFor(manifest).Store.Paths();

    /// <summary>One template.</summary>
    /// <param name="name">Its name, with or without <c>.scriban</c>.</param>
    /// <param name="manifest">Manifest whose folder may override templates, or <see langword="null"/>.</param>
    /// <exception cref="ProblemException">There is no such template, or it is not valid.</exception>
    public PromptDescription Show(string name, string? manifest = null)
    {
        var layers = _installation.TemplatesFor(manifest);
        var path = Find(layers.Store, name);
        var template = layers.Store.Get(path);
        var reach = layers.Store.Reach(path);
        ImmutableArray<string> files = [.. layers.Store.FilesOf(path)];
        return new PromptDescription(
            path,
            layers.LayerOf(files[0]).Name,
            files[0],
            files[1..],
            layers.Store.HashOf(path),
            reach[1..],
            [.. reach.SelectMany(p => layers.Store.Get(p).Variables).Distinct().Order(StringComparer.Ordinal)],
            template.Text);
    }

    /// <summary>Renders one template.</summary>
    /// <exception cref="ProblemException">There is no such template, it is not valid, or it can't be rendered with these values.</exception>
    public RenderedPrompt Render(PromptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var store = _installation.TemplatesFor(request.Manifest).Store;
        return store.Render(Find(store, request.Name), request.Values, new RenderOptions
        {
            Now = request.Now,
            Random = () => new KeyedRandom(request.Seed, "prompt", request.Name),
        });
    }

    /// <summary>Looks for what is wrong with templates without rendering them.</summary>
    /// <param name="targets">Names, files or folders; all templates when there are none.</param>
    /// <param name="variables">Variables that will be there, or <see langword="null"/> when that isn't known.</param>
    /// <param name="manifest">Manifest whose folder may override templates, or <see langword="null"/>.</param>
    /// <exception cref="ProblemException">A target is neither a template nor a path.</exception>
    public PromptLintReport Lint(IReadOnlyList<string> targets, IReadOnlyDictionary<string, object?>? variables = null, string? manifest = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var layers = _installation.TemplatesFor(manifest);
        var lint = new PromptLint(variables);
        foreach (var (store, path) in targets.Count == 0 ? layers.Store.Paths().Select(p => (layers, p)) : targets.SelectMany(t => Targets(layers, t)))
        {
            lint.Check(store, path);
        }

        return lint.Report;
    }

    // A file or folder is looked at as if it were a layer of its own, so that its templates may include each other and ours.
    private static IEnumerable<(TemplateLayers Layers, string Path)> Targets(TemplateLayers layers, string target)
    {
        if (Directory.Exists(target))
        {
            var folder = Path.GetFullPath(target);
            var own = layers.With("path", folder);
            return Directory.EnumerateFiles(folder, "*" + Extension, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal).Select(path => (own, path));
        }

        if (File.Exists(target))
        {
            var file = Path.GetFullPath(target);
            var known = layers.All.FirstOrDefault(layer => file.StartsWith(layer.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
            var folder = known?.Folder ?? Path.GetDirectoryName(file)!;
            return [(layers.With(known?.Name ?? "path", folder), Path.GetRelativePath(folder, file).Replace('\\', '/'))];
        }

        return [(layers, Find(layers.Store, target))];
    }

    private static string Find(TemplateStore store, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var path = name.EndsWith(Extension, StringComparison.Ordinal) ? name : name + Extension;
        if (store.FileOf(path) is not null)
        {
            return path;
        }

        var near = PromptNames.Nearest(path, store.Paths());
        throw new ProblemException(new Problem(
            "template-missing",
            $"there is no template '{name}'",
            near is null ? "`codealchemy prompt show` lists the templates" : $"did you mean '{near}'?",
            ExitCode.Configuration));
    }
}
