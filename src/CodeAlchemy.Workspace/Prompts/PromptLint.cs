using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts;

namespace CodeAlchemy.Workspace.Prompts;

/// <summary>Checks templates one by one: whether they can be read, whether what they include is there, which variables they will miss.</summary>
internal sealed class PromptLint(IReadOnlyDictionary<string, object?>? variables)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private int _templates;

    public PromptLintReport Report =>
        new(_templates, [.. _diagnostics.OrderBy(d => d.Location?.File, StringComparer.Ordinal).ThenBy(d => d.Location?.Line).ThenBy(d => d.Location?.Column)]);

    public void Check(TemplateLayers layers, string path)
    {
        _templates++;
        try
        {
            var parsed = layers.Store.Parse(path);
            _diagnostics.AddRange(parsed.Diagnostics);
            if (parsed.Value is { } template)
            {
                layers.Store.Reach(path);
                CheckVariables(layers, path, template);
            }
        }
        catch (ProblemException exception)
        {
            var problem = exception.Problem;
            _diagnostics.Add(new Diagnostic(
                problem.Code, DiagnosticSeverity.Error, problem.Message, problem.Location ?? new TextLocation(layers.Store.FileOf(path) ?? path), problem.Remedy));
        }
    }

    private void CheckVariables(TemplateLayers layers, string path, PromptTemplate template)
    {
        var known = variables is null ? Known(layers, path) : variables.Keys.ToHashSet(StringComparer.Ordinal);
        if (known is null)
        {
            return;
        }

        foreach (var (variable, location) in template.VariablePlaces.Where(v => !known.Contains(v.Key.Split('.')[0])))
        {
            var near = PromptNames.Nearest(variable, known);
            _diagnostics.Add(new Diagnostic(
                "template-variable",
                variables is null ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
                variables is null ? $"None of our templates beside it reads the variable `{variable}`." : $"The variable `{variable}` is not among the values.",
                location,
                near is not null ? $"Did you mean `{near}`?" : $"Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.",
                Suggestion.ReplaceBy(near is null ? null : near + variable[variable.Split('.')[0].Length..])));
        }
    }

    // Who overrides one of ours gets the variables that ours get: those that our templates of the same folder read.
    private static HashSet<string>? Known(TemplateLayers layers, string path)
    {
        var ours = layers.All.First(layer => layer.Name == "built-in").Folder;
        var file = layers.Store.FileOf(path)!;
        if (file.StartsWith(ours + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(Path.Combine(ours, path)))
        {
            return null;
        }

        var store = new TemplateStore([ours]);
        var folder = Path.GetDirectoryName(path)!;
        return store.Paths().Where(p => Path.GetDirectoryName(p) == folder).Select(p => store.Parse(p).Value).OfType<PromptTemplate>()
            .SelectMany(t => t.Variables).Select(v => v.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
    }
}
