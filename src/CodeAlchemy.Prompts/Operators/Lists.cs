using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Prompts.Parsing;
using CodeAlchemy.Prompts.Rendering;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Operators;

/// <summary>Operators with an array on either side.</summary>
internal static class Lists
{
    public static object Calculate(RenderContext context, BinaryOperator op, object left, object right, Span span)
    {
        // A sequence that is computed on the way gives such a sequence again; the left side decides.
        var computes = left is RangeValue || (left is not ListValue && right is RangeValue);
        if (computes && (left is ObjectValue || right is ObjectValue))
        {
            throw Wrong(span, "uses an object as an array", "Loop over its members.");
        }

        if (op is BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.DivideRound or BinaryOperator.Modulus or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight
            && (left is RangeValue { CallsFunctions: true } || right is RangeValue { CallsFunctions: true }))
        {
            // Scriban calls the functions when the result is read, which may be much later or never.
            throw Faults.Unsupported(span, $"`{span.Text}` computes with a sequence that calls functions of the template.", "Assign the sequence in a `for` loop first.");
        }

        if (op == BinaryOperator.Add)
        {
            return Concat(context, left, right, computes, span);
        }

        var result = op switch
        {
            BinaryOperator.Multiply => Repeat(context, left, right, span),
            BinaryOperator.Divide or BinaryOperator.DivideRound => Divide(context, left, right, span),
            BinaryOperator.Modulus => Modulus(context, left, right, span),
            BinaryOperator.ShiftLeft => new ListValue([.. Items(left, span), right]),
            BinaryOperator.ShiftRight => new ListValue([left, .. Items(right, span)]),
            _ => null,
        };
        return result is null ? Compare(context, op, left, right, span)
            : computes ? new RangeValue(result) : result;
    }

    // An array on the left is joined with what the right side holds now, a sequence with what it will hold when it is read.
    private static RangeValue Concat(RenderContext context, object left, object right, bool computes, Span span)
    {
        var items = Items(left, span).Concat(computes ? Items(right, span) : new ListValue(Items(right, span)));
        return RangeValue.Over(context.Count(items, span), left, right);
    }

    private static ListValue Repeat(RenderContext context, object left, object right, Span span)
    {
        var leftItems = Conversions.Sequence(left);
        var rightItems = Conversions.Sequence(right);
        if (leftItems is not null && rightItems is not null)
        {
            throw Wrong(span, "multiplies two arrays", "Multiply an array with an integer.");
        }

        var times = Factor(leftItems is null ? left : right, span);
        ListValue part = new((leftItems ?? rightItems)!);
        CheckLength(context, (long)part.Count * times, span);
        var result = new ListValue(part.Count * times);
        for (var i = 0; i < times && part.Count > 0; i++)
        {
            result.AddRange(part);
        }

        return result;
    }

    private static ListValue Divide(RenderContext context, object left, object right, Span span)
    {
        var items = new ListValue(Items(left, span));
        CheckLength(context, items.Count, span);
        return new ListValue(items.Take(items.Count / Divisor(right, span)));
    }

    private static ListValue Modulus(RenderContext context, object left, object right, Span span)
    {
        var items = new ListValue(Items(left, span));
        CheckLength(context, items.Count, span);
        var divisor = Divisor(right, span);
        return new ListValue(items.Where((_, i) => i % divisor == 0));
    }

    // Lengths are compared first, then items one by one; the comparison must hold for all of them.
    private static object Compare(RenderContext context, BinaryOperator op, object left, object right, Span span)
    {
        if (op is BinaryOperator.RangeInclude or BinaryOperator.RangeExclude or BinaryOperator.Subtract)
        {
            throw Wrong(span, "uses an operator that is not defined for arrays", "Use the functions of `array`.");
        }

        var (a, b) = (new ListValue(Items(left, span)), new ListValue(Items(right, span)));
        CheckLength(context, a.Count, span);
        var decided = ByLength(op, a.Count, b.Count);
        return decided ?? Enumerable.Range(0, a.Count).All(i => Calculator.Calculate(context, op, a[i], b[i], span) is true);
    }

    private static bool? ByLength(BinaryOperator op, int left, int right) => op switch
    {
        BinaryOperator.Equal => left != right ? false : null,
        BinaryOperator.NotEqual => left != right ? true : left == 0 ? false : null,
        BinaryOperator.Less or BinaryOperator.LessOrEqual =>
            left != right ? left < right : left == 0 && op == BinaryOperator.Less ? false : null,
        _ => left != right ? left > right : left == 0 && op == BinaryOperator.Greater ? false : null,
    };

    private static IEnumerable<object?> Items(object value, Span span) =>
        Conversions.Sequence(value) ?? throw Wrong(span, $"uses {Names.Describe(value)} as an array", "Put it in brackets.");

    private static int Factor(object value, Span span) =>
        Conversions.ToInt(value, span) is var factor and >= 0 ? factor : throw Wrong(span, "uses a negative number with an array", "Use a positive one.");

    private static int Divisor(object value, Span span) =>
        Factor(value, span) is var divisor and > 0 ? divisor : throw Wrong(span, "divides an array by 0", "Divide by another number.");

    private static void CheckLength(RenderContext context, long items, Span span)
    {
        context.EnterLoop();
        context.StepLoop(span, items);
        context.ExitLoop();
    }

    private static ProblemException Wrong(Span span, string problem, string remedy) => Faults.Error(span, $"`{span.Text}` {problem}.", remedy);
}
