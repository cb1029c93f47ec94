using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;
using Say = CodeAlchemy.Grounded.Questions.Kinds.Say;

namespace CodeAlchemy.Grounded.Faults;

/// <summary>What is said about a fault, and the evidence for it. Pure.</summary>
public static class FaultText
{
    private const int LongestValue = 80;

    /// <summary>Expected and actual output and ending, for a question.</summary>
    public static string Symptoms(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var same = fault.Output == fault.Study.Output;
        var outputs = same
            ? CaseWords.Output("The output is right", fault.Output)
            : $"{CaseWords.Output("Expected output", fault.Study.Output!)}\n\n{CaseWords.Output("Actual output", fault.Output)}";
        return $"{outputs}{Ending(fault)}";
    }

    /// <summary>The line and the function around it: <c>line 23 in `total`</c>.</summary>
    public static string Place(SourceOutline outline, int line) =>
        FunctionUse.At(outline, line) is { } function ? $"line {Number(line)} in {Fences.Span(function.Name)}" : $"line {Number(line)}";

    /// <summary>How the two executions part, in sentences; empty when that is not known or can't be told.</summary>
    public static string Parting(SourceOutline outline, Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Divergence is { } divergence && CanTell(divergence) ? PartingAt(outline, divergence, fault.SeesAll) : "";
    }

    /// <summary>How two executions part, in sentences.</summary>
    /// <param name="outline">The program's functions.</param>
    /// <param name="divergence">Where they part.</param>
    /// <param name="seesAll">Whether all variables up to there could be compared.</param>
    public static string PartingAt(SourceOutline outline, StateDivergence divergence, bool seesAll)
    {
        ArgumentNullException.ThrowIfNull(divergence);
        var same = seesAll ? "the same lines with the same local variables" : "the same lines";
        var alike = divergence.Step == 1 ? "The two executions differ from the start" : $"Up to step {Number(divergence.Step - 1)} the two executions go through {same}";
        return $"{alike}, counting each line that is about to run as a step. {What(outline, divergence)}";
    }

    /// <summary>Whether <see cref="Parting"/> says in what way the executions differ, and not only that they do.</summary>
    public static bool IsTold(StateDivergence divergence)
    {
        ArgumentNullException.ThrowIfNull(divergence);
        return divergence is { Expected: { } right, Actual: { } wrong, Variables.IsEmpty: false }
            ? divergence.Variables.Any(n => Told(right, wrong, n) is not null)
            : divergence.Expected is not null || divergence.Actual is not null;
    }

    /// <summary>The same of a change that nobody has called a fault.</summary>
    public static string ChangedParting(SourceOutline outline, Fault fault) => Changed(Parting(outline, fault));

    /// <summary>Sentences about a fault as sentences about a change that nobody has called one.</summary>
    public static string Changed(string sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return sentences.Replace("faulty program", "changed program", StringComparison.Ordinal).Replace("the faulty one", "the changed one", StringComparison.Ordinal)
            .Replace("the correct program", "the old program", StringComparison.Ordinal).Replace("the correct one", "the old one", StringComparison.Ordinal);
    }

    /// <summary>What is seen at the moment at which two executions part.</summary>
    public static string What(SourceOutline outline, StateDivergence divergence)
    {
        ArgumentNullException.ThrowIfNull(divergence);
        var step = $"At step {Number(divergence.Step)}";
        return (divergence.Expected, divergence.Actual) switch
        {
            ({ } right, { } wrong) when !divergence.Variables.IsEmpty => $"{step}, when {Place(outline, right.Line)} is about to run, {Values(right, wrong, divergence.Variables)}.",
            ({ } right, { } wrong) when right.Line != wrong.Line => $"{step} the faulty program goes to {Place(outline, wrong.Line)}, where the correct one goes to {Place(outline, right.Line)}.",
            ({ } right, { }) => $"{step} both are about to run {Place(outline, right.Line)}, but not in the same call.",
            ({ } right, null) => $"{step} the correct program is about to run {Place(outline, right.Line)}, but the faulty one runs no more lines.",
            (null, { } wrong) => $"{step} the faulty program is about to run {Place(outline, wrong.Line)}, but the correct one has already run its last line.",
            _ => "",
        };
    }

    /// <summary>Whether what is seen when two executions part can be told in lines and values.</summary>
    public static bool CanTell(StateDivergence divergence)
    {
        ArgumentNullException.ThrowIfNull(divergence);
        return divergence is not { Expected: { } right, Actual: { } wrong } || divergence.Variables.IsEmpty || divergence.Variables.Any(n => Told(right, wrong, n) is not null);
    }

    /// <summary>Evidence that the fault shows and that the file as it is has none.</summary>
    public static ImmutableArray<Verification> Evidence(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var end = fault.Study.Trace.End;
        return
        [
            new Verification("fault", VerificationStatus.Verified, $"{CaseWords.Ending(fault.Run.ExitCode, fault.Run.Signal)}, stdout {StudyRuns.Digest(fault.Run)}, the same in five runs"),
            new Verification("fix", VerificationStatus.Verified, $"{CaseWords.Ending(end)}, stdout {end.StdoutSha256}"),
        ];
    }

    /// <summary>Facts about the fault.</summary>
    public static JsonObject Facts(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new JsonObject
        {
            ["line"] = fault.Line,
            ["operator"] = fault.Mutant.Operator,
            ["before"] = fault.Mutant.Before,
            ["after"] = fault.Mutant.After,
        };
    }

    /// <summary>Labels of the fault.</summary>
    public static ImmutableSortedDictionary<string, string> Labels(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return ImmutableSortedDictionary<string, string>.Empty.Add("fault", fault.Mutant.Operator);
    }

    /// <summary>A number in digits.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ending(Fault fault)
    {
        var end = fault.Study.Trace.End;
        return end.ExitCode == fault.Run.ExitCode && end.Signal == fault.Run.Signal
            ? end.ExitCode == 0 ? "" : $"\n\nIn both cases the run ends with {CaseWords.Ending(end)}."
            : $"\n\nIt should end with {CaseWords.Ending(end)}; it ends with {CaseWords.Ending(fault.Run.ExitCode, fault.Run.Signal)}.";
    }

    private static string Values(LineVisit right, LineVisit wrong, ImmutableArray<string> names)
    {
        var told = names.Select(n => Told(right, wrong, n)).OfType<string>().Take(3).ToList();
        return told.Count > 0 ? Say.List(told)
            : names.Length == 1 ? $"{Fences.Span(names[0])} differs"
            : $"{Say.List([.. names.Take(3).Select(Fences.Span)])} differ";
    }

    // A variable, or the one part of it that is not the same.
    private static string? Told(LineVisit right, LineVisit wrong, string name) =>
        right.State.TryGetValue(name, out var old) && wrong.State.TryGetValue(name, out var now)
        && (IsPlain(old) && IsPlain(now) ? new ValueDifference(name, old.Text, now.Text) : ValueDifference.Of(name, old, now)) is { } difference
            ? $"{Fences.Span(difference.Path)} is {Fences.Span(difference.Actual)} instead of {Fences.Span(difference.Expected)}" : null;

    private static bool IsPlain(TraceValue value) => value.Text.Length <= LongestValue && Literals.IsPlain(value);
}
