using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Statements;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>A builtin function.</summary>
internal sealed class BuiltinFunction(string name, ImmutableArray<Parameter> parameters, bool takesRest, Func<BuiltinCall, object?> body) : FunctionValue
{
    private static readonly Parameter Anything = new(string.Empty);

    public override int ParameterCount => parameters.Length;

    public override int RequiredCount { get; } = parameters.Count(p => !p.IsOptional);

    public override VariableParameters Variable => takesRest ? VariableParameters.Last : VariableParameters.None;

    public override Parameter Parameter(int index) =>
        index < parameters.Length ? parameters[index] : parameters.IsEmpty ? Anything : parameters[^1];

    public override object? Invoke(RenderContext context, Node caller, ListValue arguments, Block? block)
    {
        try
        {
            return body(new BuiltinCall(context, caller, arguments));
        }
        catch (InvalidOperationException e) when (e.InnerException is ProblemException problem)
        {
            // Sorting wraps what a comparison throws.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(problem);
            throw;
        }
        catch (RegexMatchTimeoutException)
        {
            throw Faults.Limit(caller.Span, $"`{name}` takes longer than {RegexFunctions.Timeout.TotalSeconds} seconds on this text.", "Use a simpler pattern: no nested repetitions.");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or ArithmeticException or JsonException or InvalidCastException)
        {
            throw Faults.Error(caller.Span, $"`{name}` failed: {e.Message}", "Check its arguments.");
        }
    }
}
