using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Editing;

/// <summary>
/// Values for a template that nobody has values for: their shape is read from how the template uses them. What a loop runs over is a list of
/// one item, what has members is an object, everything else a text that the caller gives.
/// </summary>
public sealed class SampleValues
{
    private const int MostTemplates = 200;

    private readonly Dictionary<string, Need> _scope = new(StringComparer.Ordinal);
    private readonly Need _root = new();
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly ITemplateSource _templates;

    private SampleValues(ITemplateSource templates) => _templates = templates;

    /// <summary>Makes the values.</summary>
    /// <param name="template">The template.</param>
    /// <param name="templates">Finds what it includes.</param>
    /// <param name="text">Gives the text of a variable or member, by its path: <c>source.path</c>; of an item of a list by the path of the list.</param>
    /// <exception cref="ProblemException">An included template is not there or not valid.</exception>
    public static IReadOnlyDictionary<string, object?> For(PromptTemplate template, ITemplateSource templates, Func<string, object?> text)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(text);
        var values = new SampleValues(templates);
        values.Visit(template);
        var read = template.Variables.Concat(values._visited.SelectMany(path => templates.Get(path).Variables)).Select(path => path.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        return values._root.Members.Where(member => read.Contains(member.Key)).ToDictionary(member => member.Key, member => member.Value.Value(member.Key, text), StringComparer.Ordinal);
    }

    private void Visit(PromptTemplate template)
    {
        Visit(template.Body);
        foreach (var path in template.Includes.Where(path => _visited.Count < MostTemplates && _visited.Add(path)))
        {
            Visit(_templates.Get(path));
        }
    }

    private void Visit(Node? node)
    {
        switch (node)
        {
            case null:
                return;
            case ForStatement { Variable: Variable { IsLocal: false } item } loop when NeedOf(loop.Iterator) is { } list:
                _scope[item.Name] = list.Item ??= new Need();
                break;
            case Expression expression when NeedOf(expression) is not null:
                return;
            default:
                break;
        }

        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }

    private Need? NeedOf(Expression? expression) => expression switch
    {
        Variable { IsLocal: false } variable => _scope.TryGetValue(variable.Name, out var item) ? item : _root.Of(variable.Name),
        Member { Name: "size" or "empty?" } member => NeedOf(member.Target),
        Member member => NeedOf(member.Target)?.Of(member.Name),
        _ => null,
    };

    /// <summary>How something is used.</summary>
    private sealed class Need
    {
        public Dictionary<string, Need> Members { get; } = new(StringComparer.Ordinal);

        public Need? Item { get; set; }

        public Need Of(string name) => Members.TryGetValue(name, out var member) ? member : Members[name] = new Need();

        public object? Value(string path, Func<string, object?> text) =>
            Item is not null ? new[] { Item.Value(path, text) }
            : Members.Count > 0 ? Members.ToDictionary(member => member.Key, member => member.Value.Value($"{path}.{member.Key}", text), StringComparer.Ordinal)
            : text(path);
    }
}
