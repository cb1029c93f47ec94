using CodeAlchemy.Prompts.Tree;
using CodeAlchemy.Prompts.Tree.Expressions;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Rendering;

/// <summary>Puts the arguments of one call into the order of the parameters.</summary>
internal sealed class ArgumentBinder(RenderContext context, Node caller, FunctionValue function)
{
    private readonly ListValue _values = new(function.ParameterCount);
    private uint _passed;

    public void Add(Expression argument)
    {
        if (argument is NamedArgument named)
        {
            AddNamed(named);
            return;
        }

        var value = argument.Evaluate(context);
        if (argument is Unary { Operator: UnaryOperator.Expand } && Conversions.Sequence(value) is { } items)
        {
            var index = _values.Count;
            foreach (var item in items)
            {
                Set(index++, Conversions.To(function.Parameter(_values.Count).Kind, item, caller.Span, context));
            }

            return;
        }

        AddValue(value, argument.Span);
    }

    public void AddValue(object? value, Parsing.Span span)
    {
        var index = _values.Count;
        Set(index, Conversions.To(function.Parameter(index).Kind, value, span, context));
    }

    /// <summary>Fills in what was not passed and gives the values.</summary>
    public ListValue Finish()
    {
        if (function.Variable != VariableParameters.Direct)
        {
            Fill(function.ParameterCount - 1);
        }

        var required = (1U << function.RequiredCount) - 1;
        if ((_passed & required) != required)
        {
            throw Faults.Error(
                caller.Span, $"`{caller.Span.Text}` passes {System.Numerics.BitOperations.PopCount(_passed & required)} of {function.RequiredCount} arguments that are needed.",
                $"Pass {string.Join(", ", Enumerable.Range(0, function.RequiredCount).Select(i => $"`{function.Parameter(i).Name}`"))}.");
        }

        if (function.Variable == VariableParameters.None && _values.Count > function.ParameterCount)
        {
            throw Faults.Error(
                caller.Span, $"`{caller.Span.Text}` passes {_values.Count} arguments, but at most {function.ParameterCount} are taken.", "Remove the last ones.");
        }

        return _values;
    }

    private void AddNamed(NamedArgument argument)
    {
        var index = function.IndexOf(argument.Name);
        if (function.Variable != VariableParameters.None && index < 0)
        {
            if (argument.Name == "size")
            {
                throw Faults.Error(argument.Span, "An argument can't be named `size`.", "Use another name.");
            }

            _values.TrySet(argument.Name, argument.Evaluate(context));
            return;
        }

        index = index < 0 ? _values.Count : index;
        Set(index, Conversions.To(function.Parameter(index).Kind, argument.Evaluate(context), argument.Span, context));
    }

    private void Set(int index, object? value)
    {
        if (index >= FunctionValue.MostParameters && function.Variable == VariableParameters.None)
        {
            throw Faults.Error(caller.Span, $"A call passes more than {FunctionValue.MostParameters} arguments.", "Pass an array.");
        }

        if (index > _values.Count)
        {
            Fill(index);
        }

        if (index < function.ParameterCount)
        {
            _passed |= 1U << index;
        }

        if (function.Variable == VariableParameters.Last && index >= function.ParameterCount - 1)
        {
            AddToRest(value);
            return;
        }

        _values[index] = value;
    }

    private void AddToRest(object? value)
    {
        var last = function.ParameterCount - 1;
        if (_values[last] is not ListValue rest)
        {
            _values[last] = rest = new ListValue();
        }

        rest.Add(value);
    }

    private void Fill(int until)
    {
        var last = function.ParameterCount - 1;
        for (var i = _values.Count; i <= Math.Min(until, last); i++)
        {
            var parameter = function.Parameter(i);
            _values[i] = parameter.HasDefault ? parameter.Default
                : i == last && function.Variable == VariableParameters.Last ? new ListValue() : null;
            _passed |= parameter.HasDefault ? 1U << i : 0;
        }
    }
}
