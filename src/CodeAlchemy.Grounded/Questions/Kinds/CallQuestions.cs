using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Calls one by one: what goes in, what comes out, where from.</summary>
internal static class CallQuestions
{
    private const int MostListed = 8;

    public static IEnumerable<Draft> Count(TraceIndex index, IRandom random) =>
        from function in index.Functions.Shuffled(random)
        let calls = index.CallsOf(function)
        where calls.Length is > 1 and <= 200
        select new Draft(calls.Length).Function(function)
            .Steps(calls.GroupBy(c => c.Site).Where(g => g.Key > 0).Select(g => $"{Say.Line(g.Key)} calls it {Say.Times(g.Count())}"));

    public static IEnumerable<Draft> Arguments(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        let known = call.Parameters.Where(p => Choices.IsName(p.Name) && Choices.IsValue(p.Value) && !IsMoved(index, call, p.Name)).ToList()
        where known.Count > 0 && !known.Any(p => index.Bare.MayBeUnset(p.Name, p.Value, changed: false)) && known.Count == call.Parameters.Count(p => p.Name is not ("self" or "this")) && !known.All(p => index.Source.Holds(call.Site, p.Value.Text) || GivenValues.Holds(index.Study, p.Value))
        select new Draft(string.Join('\n', known.Select(p => $"{p.Name} = {p.Value.Text}"))).Call(index, call)
            .Slot("names", Say.List([.. known.Select(p => Say.Code(p.Name))]))
            .Steps(Reasons.Passed(index, call, known));

    // Where the head of a constructor moves an argument on, the frame is first seen without it.
    private static bool IsMoved(TraceIndex index, CallInfo call, string name) => index.Source[call.Line].Contains($"move({name})", StringComparison.Ordinal);

    public static IEnumerable<Draft> Returned(TraceIndex index, IRandom random) =>
        from call in WithValue(index, random)
        select new Draft(call.Returned!.Text).Call(index, call).Steps(Reasons.Returned(index, call));

    // "Array" and "Object" are names of constructors; where they occur, the language itself calls both "object".
    public static IEnumerable<Draft> ReturnedType(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        let type = call.Returned?.Type ?? ""
        where type.Length is > 0 and < 40 && type.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') && !index.Source.Mentions(type)
            && type is not ("NoneType" or "undefined" or "void" or "any" or "Array" or "Object")
        select new Draft(type).Call(index, call).Steps(Reasons.Returned(index, call));

    public static IEnumerable<Draft> Sequence(TraceIndex index, IRandom random) =>
        from function in index.Functions.Shuffled(random)
        let calls = index.CallsOf(function)
        where calls.Length is > 2 and <= MostListed && calls.All(c => Choices.IsValue(c.Returned)) && calls.Select(c => c.Returned!.Text).Distinct().Count() > 2
        select new Draft(string.Join(" -> ", calls.Select(c => c.Returned!.Text))).Function(function).Fact("calls", calls.Length)
            .Steps(calls.Select(c => $"{Say.Call(index, c)}{Given(c)} returns {Say.Code(c.Returned!.Text)}"));

    public static IEnumerable<Draft> WhichReturns(TraceIndex index, IRandom random) =>
        from function in index.Functions.Shuffled(random)
        let calls = index.CallsOf(function)
        where calls.Length > 2 && calls.Take(20).All(c => Choices.IsValue(c.Returned))
        let at = 1 + random.Next(Math.Min(calls.Length, 12) - 1)
        let wanted = calls[at].Returned!.Text
        where wanted.Length < 60 && calls.Take(at).All(c => c.Returned!.Text != wanted)
        select new Draft(at + 1).Function(function).Slot("value", Say.Code(wanted)).Fact("value", wanted)
            .Steps(calls.Take(at + 1).Select(c => $"{Say.Call(index, c)}{Given(c)} returns {Say.Code(c.Returned!.Text)}"));

    public static IEnumerable<Draft> Caller(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        where index.CallOf(call.Caller) is { } outer && index.IsNameable(outer.Frame) && char.IsLetter(outer.Function.FirstOrDefault())
            && index.CallsOf(call.Function).Select(c => index.CallOf(c.Caller)?.Function).Distinct().Count() > 1
        let maker = index.CallOf(call.Caller)!
        select new Draft(maker.Function).Call(index, call).Steps(call.Site == 0 ? [] : [$"the call is made on {Say.Line(call.Site)}", $"that line runs {Say.Within(index, maker.Frame)}"]);

    public static IEnumerable<Draft> Site(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        where call.Site > 0 && index.CallsOf(call.Function).Select(c => c.Site).Distinct().Count() > 1
            && index.Source.IsOneLine(call.Site) && index.Source.Names(call.Site, call.Function) && index.IsNameable(call.Caller)
        select new Draft(call.Site).Call(index, call).Steps([$"at that moment the program is {Say.Within(index, call.Caller)}", $"there {Say.Line(call.Site)} makes the call"]);

    public static IEnumerable<Draft> LeavingLine(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        where call is { Left: > 0, Unwound: false, LeftLine: > 0 } && index.Source.IsReturn(call.LeftLine)
            && index.CallsOf(call.Function).Select(c => c.LeftLine).Distinct().Count() > 1
        select new Draft(call.LeftLine).Call(index, call)
            .Steps(Reasons.Returned(index, call));

    // A function that always returns the same, or what its line spells out, is not worth asking.
    private static IEnumerable<CallInfo> WithValue(TraceIndex index, IRandom random) =>
        from call in Choices.Calls(index, random)
        where Choices.IsValue(call.Returned) && !call.Unwound && call.Returned!.Text is not ("None" or "undefined" or "null" or "void")
            && !(call.LeftLine > 0 && index.Source.Holds(call.LeftLine, "return" + call.Returned.Text) && index.CallsOf(call.Function).Select(c => c.Returned?.Text).Distinct().Count() == 1)
        select call;

    private static string Given(CallInfo call)
    {
        var known = Known(call);
        return known.IsEmpty ? "" : $" with {Say.List(known)}";
    }

    private static ImmutableArray<string> Known(CallInfo call) =>
        [.. call.Parameters.Where(p => Choices.IsName(p.Name) && Choices.IsValue(p.Value) && p.Value.Text.Length < 60).Select(p => Say.Code($"{p.Name} = {p.Value.Text}"))];
}
