using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using CodeAlchemy.Prompts.Operators;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>The functions of <c>math</c>. Random values come from the seed of the rendering.</summary>
internal static class MathFunctions
{
    public static Group Create() => new Group("math")
        .Add("abs", "value:any", Abs)
        .Add("ceil", "value:double", c => Math.Ceiling(c.Double(0)))
        .Add("divided_by", "value:double divisor:any", DividedBy)
        .Add("floor", "value:double", c => Math.Floor(c.Double(0)))
        .Add("format", "value:any format:text culture:text=null", Format)
        .Add("is_number", "value:any", c => IsNumber(c.Any(0)))
        .Add("minus", "value:any with:any", c => Calculate(c, BinaryOperator.Subtract))
        .Add("modulo", "value:any with:any", c => Calculate(c, BinaryOperator.Modulus))
        .Add("plus", "value:any with:any", c => Calculate(c, BinaryOperator.Add))
        .Add("random", "minValue:int maxValue:int", Random)
        .Add("round", "value:double precision:int=0", c => Math.Round(c.Double(0), c.Int(1)))
        .Add("times", "value:any with:any", c => Calculate(c, BinaryOperator.Multiply))
        .Add("uuid", "", Uuid);

    private static bool IsNumber(object? value) => value is int or long or float or double or decimal or BigInteger;

    private static object? Calculate(BuiltinCall call, BinaryOperator op) =>
        Calculator.Calculate(call.Context, op, call.Any(0), call.Any(1), call.Span);

    private static object? Abs(BuiltinCall call) => call.Any(0) switch
    {
        null => null,
        int number => Math.Abs(number),
        long number => Math.Abs(number),
        float number => Math.Abs(number),
        double number => Math.Abs(number),
        decimal number => Math.Abs(number),
        bool or char => call.Any(0),
        var other => throw call.Error($"{Names.Describe(other)} is not a number.", "Convert it with `string.to_int` or `string.to_double`."),
    };

    private static object? DividedBy(BuiltinCall call)
    {
        var result = Calculate(call, BinaryOperator.Divide);
        if (call.Any(1) is not int || result is not double quotient)
        {
            return result;
        }

        var floor = Math.Floor(quotient);
        return floor is >= int.MinValue and <= int.MaxValue
            ? (int)floor
            : throw call.Unsupported("The quotient does not fit 32 bits.", "Divide with `//`, and check that the divisor is not 0.");
    }

    private static object? Format(BuiltinCall call)
    {
        call.RefuseCulture(2);
        return call.Any(0) switch
        {
            null => string.Empty,
            IFormattable number when IsNumber(number) => call.Limited(number.ToString(call.Text(1) ?? string.Empty, CultureInfo.InvariantCulture)),
            var other => throw call.Error($"{Names.Describe(other)} is not a number.", "Convert it with `string.to_int` or `string.to_double`."),
        };
    }

    private static object Random(BuiltinCall call)
    {
        var (minimum, maximum) = (call.Int(0), call.Int(1));
        if (minimum > maximum)
        {
            throw call.Error($"The least value {minimum} is greater than {maximum}.", "Pass the least value first.");
        }

        var random = call.Context.Random(call.Span);
        var width = (long)maximum - minimum;
        return width == 0 ? minimum
            : width <= int.MaxValue ? minimum + random.Next((int)width)
            : (int)(minimum + (long)(random.NextBits() % (ulong)width));
    }

    // Version 4, variant 1 of RFC 9562.
    private static object Uuid(BuiltinCall call)
    {
        var random = call.Context.Random(call.Span);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, random.NextBits());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], random.NextBits());
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
