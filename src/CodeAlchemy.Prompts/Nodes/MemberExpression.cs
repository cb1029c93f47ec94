using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Nodes;

/// <summary>A member of a dictionary.</summary>
internal sealed record MemberExpression(Expression Target, string Name, TextLocation Location) : Expression(Location)
{
    public override string Path => $"{Target.Path}.{Name}";

    public override object? Evaluate(RenderContext context)
    {
        if (Target.Evaluate(context) is not IReadOnlyDictionary<string, object?> members)
        {
            throw new ProblemException(new Problem(
                "template-value", $"`{Target.Path}` has no members, so `{Path}` can't be read.",
                "Pass a dictionary for it, or name another variable.", ExitCode.Configuration, Location));
        }

        return members.TryGetValue(Name, out var value)
            ? value
            : throw Missing.Name($"The member `{Path}`", Name, members.Keys, Location);
    }
}
