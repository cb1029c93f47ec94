using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Tree.Statements;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>
/// Renders another template where it is called, with the variables of the caller. Its arguments are <c>$1</c> and so on there, its
/// named ones <c>$name</c>.
/// </summary>
internal sealed class IncludeFunction : FunctionValue
{
    public const string Name = "include";

    private static readonly Parameter Path = new("template_name", ValueKind.Text);
    private static readonly Parameter Argument = new("value");

    public override int ParameterCount => 1;

    public override int RequiredCount => 1;

    public override VariableParameters Variable => VariableParameters.Direct;

    public override Parameter Parameter(int index) => index == 0 ? Path : Argument;

    public override object? Invoke(RenderContext context, Node caller, ListValue arguments, Block? block)
    {
        if (arguments[0] is not string { Length: > 0 } path)
        {
            throw Faults.Error(caller.Span, "`include` needs the path of a template.", "Write `{{ include \"folder/name.scriban\" }}`.");
        }

        var template = context.Include(path, caller.Span);
        context.EnterCall(caller.Span);
        var output = context.Output;
        var (indent, atLineStart) = (output.Indent, output.AtLineStart);
        output.Indent = null;
        output.Push();
        Enter(context, caller, arguments);
        output.AtLineStart = indent is null && atLineStart;
        template.RenderInto(context, caller.Span);
        context.Scopes.PopLocal();
        (output.Indent, output.AtLineStart) = (indent, atLineStart);
        context.ExitCall();
        return output.Pop();
    }

    // The variables of the caller give the values, before the template's own are there.
    private static void Enter(RenderContext context, Node caller, ListValue arguments)
    {
        (string Name, object? Value)[] named = caller is FunctionCall call
            ? [.. call.Arguments.OfType<NamedArgument>().Where(a => a.Value is not null).Select(a => (a.Name, a.Value!.Evaluate(context)))]
            : [];
        context.Scopes.PushLocal();
        context.Scopes.ReplaceLocal(string.Empty, arguments, readOnly: true);
        foreach (var (name, value) in named)
        {
            context.Scopes.ReplaceLocal(name, value, readOnly: false);
        }
    }
}
