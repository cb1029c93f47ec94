using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;

namespace CodeAlchemy.Prompts;

/// <summary>A template with everything it includes, directly or through others. Templates may include each other in circles.</summary>
/// <param name="Paths">Paths, the template itself first.</param>
/// <param name="Sha256">Hash over all of them.</param>
internal sealed record TemplateClosure(ImmutableArray<string> Paths, string Sha256)
{
    /// <exception cref="ProblemException">A template is not there or not valid; the place is that of the include.</exception>
    public static TemplateClosure Of(ITemplateSource templates, string path)
    {
        var root = templates.Get(path);
        var found = new SortedDictionary<string, PromptTemplate>(StringComparer.Ordinal);
        var waiting = new Queue<IncludeReference>(root.IncludeReferences);
        while (waiting.TryDequeue(out var include))
        {
            if (include.Path != path && !found.ContainsKey(include.Path))
            {
                found[include.Path] = Get(templates, include);
                found[include.Path].IncludeReferences.ToList().ForEach(waiting.Enqueue);
            }
        }

        return new TemplateClosure([path, .. found.Keys], found.Count == 0 ? root.Sha256 : Hash(root, path, found));
    }

    private static PromptTemplate Get(ITemplateSource templates, IncludeReference include)
    {
        try
        {
            return templates.Get(include.Path);
        }
        catch (ProblemException e) when (e.Problem.Location is null)
        {
            throw new ProblemException(e.Problem with { Location = include.Span.Location }, e);
        }
    }

    private static string Hash(PromptTemplate root, string path, SortedDictionary<string, PromptTemplate> others)
    {
        var lines = others.Select(o => $"{o.Value.Sha256} {o.Key}\n").Prepend($"{root.Sha256} {path}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
