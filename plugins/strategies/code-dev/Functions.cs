using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>Functions and their calls, as they are told.</summary>
internal static class Functions
{
    /// <summary>Longest call with its result that is shown among others.</summary>
    public const int LongestCall = 160;

    /// <summary>A called function's name, in words for a main body.</summary>
    public static string Name(CallRecord call) =>
        call.Function is "<module>" or "" ? "the main program" : Fences.Span(call.Function == "<init>" ? "constructor" : call.Function);

    /// <summary>Whether a function makes objects of a type: the one whose name or part it is.</summary>
    public static bool IsConstructor(Bench bench, OutlineFunction function) =>
        function.Name is "constructor" or "__init__" || bench.Outline.Types.Any(t => t.Name == function.Name);

    /// <summary>What a list of functions calls constructors; empty where the program writes none or has a name of their own for them.</summary>
    public static ImmutableDictionary<string, object?> Naming(Bench bench) => ImmutableDictionary<string, object?>.Empty.Add(
        "constructors", bench.Outline.Functions.Any(f => bench.Outline.Types.Any(t => t.Name == f.Name)) ? " Constructors that the file writes count as functions with the name of their class." : "");

    /// <summary>Whether the program begins in a function.</summary>
    public static bool IsEntry(Bench bench, OutlineFunction function) =>
        bench.Graphs.SelectMany(g => g.Calls).Any(c => c.Caller == 0 && FunctionUse.Of(bench.Outline, c) == function);

    /// <summary>
    /// Calls of a function as <c>name(parameter=value) → result</c>, each once, in order; empty when a value can't be written
    /// down, when the trace tells captured variables or positions as parameters, or when the same arguments gave different results,
    /// so that more than the arguments decides.
    /// </summary>
    public static ImmutableArray<(string Call, string Result)> PlainCalls(Bench bench, OutlineFunction function)
    {
        var calls = bench.Graphs.SelectMany(g => g.Calls).Where(c => FunctionUse.Of(bench.Outline, c) == function).ToList();
        if (calls.Count == 0 || !calls.SelectMany(c => c.Arguments).Select(a => a.Name).Distinct().All(name => IsParameter(bench, function, name)) || calls.Any(c => c.Function != c.ShortName || c.IsResumed || c.Unwound || c.Returned is null || c.Arguments.IsEmpty)
            || !calls.All(c => IsPlain(bench, c.Returned!) && c.Arguments.All(a => IsPlain(bench, a.Value))))
        {
            return [];
        }

        var told = calls.Select(c => (Call: Written(c), Result: c.Returned!.Text)).Distinct().ToList();
        return told.Select(t => t.Call).Distinct().Count() < told.Count ? [] : [.. told];
    }

    /// <summary>A call as examples write it.</summary>
    public static string Written(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return $"{call.ShortName}({string.Join(", ", call.Arguments.Select(a => $"{a.Name}={a.Value.Text}"))})";
    }

    /// <summary>Whether the program and its language fix the order of a function's calls in every execution; a library that compares has its own.</summary>
    public static bool AreOrdered(Bench bench, OutlineFunction function) => bench.Studies.Zip(bench.Graphs).All(p =>
    {
        var calls = p.Second.Calls.Where(c => FunctionUse.Of(bench.Outline, c) == function).ToList();
        var sites = new CallSites(p.First, p.Second);
        return sites.IsOrderFixed(calls, alike: false) && !calls.Any(c => sites.IsInComparison(c.Frame));
    });

    // A closure's frame begins with what it has captured as well. Perl has one array of arguments.
    private static bool IsParameter(Bench bench, OutlineFunction function, string name) => name == "@_"
        || Regex.IsMatch(bench.Source.Text[function.Parameters.Start..function.Parameters.End], $@"(?<![\w$]){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant);

    // A number of a type that the file declares is the inside of an enumeration; the text has names for it.
    private static bool IsPlain(Bench bench, TraceValue value) =>
        Literals.IsPlain(value) && !(bench.Outline.Types.Any(t => t.Name == value.Type) && value.Text.All(char.IsAsciiDigit));
}
