using System.Globalization;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Parts of English sentences about executions. Pure.</summary>
public static class Say
{
    /// <summary><c>line 4</c>.</summary>
    public static string Line(int line) => $"line {Number(line)}";

    /// <summary>A number in digits.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>the third time</c>.</summary>
    public static string Time(int number) => $"the {Ordinals.Of(number)} time";

    /// <summary>A number with its noun: <c>1 call</c>, <c>3 calls</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">The noun in the singular, with a plural in <c>s</c>.</param>
    public static string Count(int number, string noun) => $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary><c>once</c>, <c>twice</c>, <c>3 times</c>.</summary>
    public static string Times(int number) => number switch { 1 => "once", 2 => "twice", _ => $"{Number(number)} times" };

    /// <summary>Text as code.</summary>
    public static string Code(string text) => Fences.Span(text);

    /// <summary>Things in a row: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> things)
    {
        ArgumentNullException.ThrowIfNull(things);
        return things.Count == 1 ? things[0] : $"{string.Join(", ", things.SkipLast(1))} and {things[^1]}";
    }

    /// <summary><c>the third call of `f`</c>, or <c>the only call of `f`</c>.</summary>
    public static string Call(TraceIndex index, CallInfo call)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(call);
        var which = index.CallsOf(call.Function).Length == 1 ? "only" : Ordinals.Of(call.Number);
        return $"the {which} call of {Code(call.Function)}";
    }

    /// <summary>Where a frame is: <c>in the third call of `f`</c>, <c>in `main`</c>, <c>at the top level of the file</c>.</summary>
    public static string Within(TraceIndex index, int frame)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.CallOf(frame) is not { } call || (TraceIndex.IsMain(call) && !char.IsLetter(call.Function.FirstOrDefault()))
            ? "at the top level of the file"
            : TraceIndex.IsMain(call) ? $"in {Code(call.Function)}" : $"in {Call(index, call)}";
    }
}
