using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Tree.Statements;

/// <summary>A function that a template defines.</summary>
internal sealed class ScriptFunction(Variable? name, IReadOnlyList<Parameter>? parameters, bool takesRest, Statement body) : FunctionValue
{
    private static readonly Parameter Anything = new(string.Empty);

    public Variable? Name => name;

    public Statement Body => body;

    /// <summary>Names of the parameters, for tools.</summary>
    public IEnumerable<string> ParameterNames => (parameters ?? []).Select(p => p.Name);

    public override int ParameterCount => parameters?.Count ?? 0;

    public override int RequiredCount { get; } =
        parameters is null ? 0 : parameters.Count(p => !p.IsOptional);

    public override VariableParameters Variable =>
        parameters is null ? VariableParameters.Direct : takesRest ? VariableParameters.Last : VariableParameters.None;

    public override Parameter Parameter(int index) =>
        parameters is { Count: > 0 } ? parameters[Math.Min(index, parameters.Count - 1)] : Anything;

    public override object? Invoke(RenderContext context, Node caller, ListValue arguments, Block? block)
    {
        var hasParameters = ParameterCount > 0;
        var variables = hasParameters ? new ObjectValue() : null;
        context.Scopes.PushFunction(variables, hidesOuter: name is not null);
        if (name is { IsLocal: true })
        {
            name.Assign(context, this);
        }

        context.Scopes.ReplaceLocal(string.Empty, arguments, readOnly: true);
        for (var i = 0; i < ParameterCount; i++)
        {
            variables!.Replace(parameters![i].Name, arguments[i]);
        }

        if (block is not null)
        {
            context.Scopes.ReplaceLocal("$", block, readOnly: true);
        }

        var result = body.Execute(context);
        context.Scopes.PopFunction();
        return result;
    }
}
