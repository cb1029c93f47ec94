using CodeAlchemy.Prompts.Builtins;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Statements;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>Calls functions: takes the piped value, evaluates and converts arguments, fills in defaults, counts.</summary>
internal static class Calls
{
    /// <summary>Calls a value.</summary>
    /// <param name="context">The rendering.</param>
    /// <param name="caller">The node that calls, for places of errors.</param>
    /// <param name="target">What is called.</param>
    /// <param name="piped">Whether it may take the left side of a pipe.</param>
    /// <param name="arguments">Arguments as written.</param>
    public static object? Call(RenderContext context, Node caller, object? target, bool piped, ReadOnlySpan<Expression> arguments)
    {
        var block = context.Wrapped.Count > 0 ? context.Wrapped.Pop() : null;
        target = target is BuiltinObject { Name: "date" } ? BuiltinTable.DateFunction : target;
        if (target is not FunctionValue function)
        {
            throw Faults.Error(caller.Span, $"`{caller.Span.Text}` does not name a function.", "Name a function, for example `string.upcase`, or remove the arguments.");
        }

        var binder = new ArgumentBinder(context, caller, function);
        if (piped && context.Pipes.Current is { Count: > 0 } pipe)
        {
            binder.Add(pipe.Pop());
        }

        foreach (var argument in arguments)
        {
            binder.Add(argument);
        }

        return Invoke(context, caller, function, binder.Finish(), block);
    }

    /// <summary>Calls a function with values.</summary>
    public static object? Call(RenderContext context, Node caller, FunctionValue function, params ReadOnlySpan<object?> values)
    {
        var binder = new ArgumentBinder(context, caller, function);
        foreach (var value in values)
        {
            binder.AddValue(value, caller.Span);
        }

        return Invoke(context, caller, function, binder.Finish(), null);
    }

    private static object? Invoke(RenderContext context, Node caller, FunctionValue function, ListValue arguments, Block? block)
    {
        context.EnterCall(caller.Span);
        var result = function.Invoke(context, caller, arguments, block);
        context.ExitCall();
        context.Flow = Flow.Next;
        return result;
    }
}
