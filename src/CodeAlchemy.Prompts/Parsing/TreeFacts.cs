using System.Collections.Immutable;
using CodeAlchemy.Prompts.Builtins;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Tree.Statements;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>What a whole tree tells: which variables it reads and which templates it includes.</summary>
internal sealed class TreeFacts
{
    private readonly Diagnostics _diagnostics;
    private readonly Dictionary<string, Span> _reads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sets = new(StringComparer.Ordinal);
    private readonly List<IncludeReference> _includes = [];

    public TreeFacts(Node root, Diagnostics diagnostics)
    {
        _diagnostics = diagnostics;
        Visit(root, piped: null);
    }

    /// <summary>Variables that are read and never set, with the place of their first reading.</summary>
    public ImmutableSortedDictionary<string, Span> Variables =>
        _reads.Where(r => !_sets.Contains(r.Key.Split('.')[0]) && !BuiltinTable.Has(r.Key.Split('.')[0])).ToImmutableSortedDictionary(StringComparer.Ordinal);

    public ImmutableArray<IncludeReference> Includes => [.. _includes];

    private void Visit(Node? node, Expression? piped)
    {
        switch (node)
        {
            case null:
                return;
            case Pipe pipe:
                Visit(pipe.From, piped);
                Visit(pipe.To, pipe.From);
                return;
            case FunctionCall { Target: Variable { Name: IncludeFunction.Name, IsLocal: false } } call:
                VisitInclude(call, piped);
                return;
            case Member member when Path(member) is { } path:
                _reads.TryAdd(path, member.Span);
                return;
            case Variable { IsLocal: false } variable:
                VisitVariable(variable);
                return;
            default:
                Note(node);
                break;
        }

        foreach (var child in node.Children)
        {
            Visit(child, piped: null);
        }
    }

    private void VisitVariable(Variable variable)
    {
        if (variable.Name is IncludeFunction.Name or "include_join")
        {
            _diagnostics.Unsupported(
                variable.Span.Offset, variable.Span.Length, $"`{variable.Name}` can only be called with the path of a template.",
                variable.Name == IncludeFunction.Name ? "Write `{{ include \"folder/name.scriban\" }}`." : "Write one `include` per template.");
        }

        _reads.TryAdd(variable.Name, variable.Span);
    }

    // The hash of a prompt covers what it includes, so the path has to be known before it is rendered.
    private void VisitInclude(FunctionCall call, Expression? piped)
    {
        if ((piped ?? (call.Arguments.Count > 0 ? call.Arguments[0] : null)) is Literal { Value: string path })
        {
            _includes.Add(new IncludeReference(path, call.Span));
        }
        else
        {
            _diagnostics.Unsupported(
                call.Span.Offset, call.Span.Length, "The path of an `include` must be a text in quotes.", "Choose between templates with `if` or `case` and one `include` each.");
        }

        foreach (var argument in call.Arguments)
        {
            Visit(argument, piped: null);
        }
    }

    private void Note(Node node)
    {
        switch (node)
        {
            case Assignment assignment:
                Set(assignment.Target);
                break;
            case Increment increment:
                Set(increment.Target);
                break;
            case CaptureStatement capture:
                Set(capture.Target);
                break;
            case ForStatement loop:
                Set(loop.Variable);
                _sets.Add("for");
                break;
            case WhileStatement:
                _sets.Add("while");
                break;
            case ObjectLiteral literal:
                _sets.UnionWith(literal.Names);
                break;
            case FunctionDefinition definition:
                Set(definition.Function.Name!);
                _sets.UnionWith(definition.Function.ParameterNames);
                break;
            case AnonymousFunction anonymous:
                _sets.UnionWith(anonymous.Function.ParameterNames);
                break;
            default:
                break;
        }
    }

    private void Set(Expression target)
    {
        if (target is Variable { IsLocal: false } variable)
        {
            _sets.Add(variable.Name);
        }
    }

    private static string? Path(Expression expression) => expression switch
    {
        Variable { IsLocal: false } variable => variable.Name,
        Member member => Path(member.Target) is { } target ? $"{target}.{member.Name}" : null,
        _ => null,
    };
}
