using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Nodes;

/// <summary>A variable of the rendering.</summary>
internal sealed record VariableExpression(string Name, TextLocation Location) : Expression(Location)
{
    public override string Path => Name;

    public override object? Evaluate(RenderContext context) =>
        context.Values.TryGetValue(Name, out var value)
            ? value
            : throw Missing.Name($"The variable `{Name}`", Name, context.Values.Keys, Location);
}
