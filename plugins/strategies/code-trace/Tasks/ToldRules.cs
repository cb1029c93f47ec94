using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeTrace.Lines;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>What a trace holds beyond the program and its notation, so that the question has to tell it: the rules of the language's tracer that show in it. Pure.</summary>
internal static partial class ToldRules
{
    /// <summary>Which rules the question has to tell, as values of the legends.</summary>
    /// <param name="study">The run.</param>
    /// <param name="rendering">The rendering that is asked for.</param>
    /// <param name="text">The rendering's text.</param>
    /// <param name="path">The path that the program is told as its own; <see langword="null"/> for none.</param>
    public static Dictionary<string, object?> Of(CaseStudy study, string rendering, string text, string? path)
    {
        var source = TraceIndex.Of(study).Source;
        return new()
        {
            ["cut"] = text.Contains('…', StringComparison.Ordinal),
            ["path"] = path is not null && text.Contains(path, StringComparison.Ordinal) ? path : null,
            ["pointers"] = study.Source.Language is "c" or "cpp" && Pointer().IsMatch(text),
            ["language"] = study.Source.Language,
            ["types"] = Types().IsMatch(study.Source.Text),
            ["self"] = Self().IsMatch(study.Source.Text),
            ["enumerations"] = study.Source.Language is "c" or "cpp" && Enumeration().IsMatch(study.Source.Text),
            ["texts"] = study.Source.Language is "c" or "cpp" && TextPointer().IsMatch(study.Source.Text),
            ["ranges"] = study.Source.Language == "cpp" && RangeLoop().IsMatch(study.Source.Text),
            ["constructors"] = WritesConstructors(study.Source),
            ["tries"] = study.Source.Language != "c" && Lines(study).Any(line => Try().IsMatch(line)),
            ["functions"] = Lines(study).Any(line => Function().IsMatch(line)),
            ["strict"] = Lines(study).Any(line => Strict().IsMatch(line)),
            ["enums"] = Enumeration().IsMatch(study.Source.Text),
            ["shapes"] = Lines(study).Any(line => Shape().IsMatch(line)),
            ["named"] = rendering != "cwm",
            ["braces"] = text.Contains('{', StringComparison.Ordinal),
            ["objects"] = Values(study).Any(v => Written().IsMatch(v)),
            ["maps"] = Values(study).Any(v => Keyed().IsMatch(v)),
            ["held"] = HeldExceptions.AreIn(study),
            ["wrappers"] = Values(study).Any(v => Wrapper().IsMatch(v)),
            ["fields"] = UntoldStops.HasFields(source),
            ["properties"] = Properties().IsMatch(study.Source.Text),
            ["endless"] = study.Replay.Lines.Any(v => Endless().IsMatch(source[v.Line])),
            ["comprehensions"] = study.Trace.Events.Any(e => e.Function is "<listcomp>" or "<setcomp>" or "<dictcomp>"),
            ["decorators"] = Lines(study).Any(line => line.TrimStart().StartsWith('@')),
            ["withs"] = Lines(study).Any(line => With().IsMatch(line)),
            ["raised"] = study.Trace.Events.Any(e => e.Kind == TraceEventKind.Exception),
            ["accessors"] = study.Trace.Events.Any(e => e.Function is { } function && Accessor().IsMatch(function)),
            ["examples"] = study.Source.Language == "python" && study.Source.Text.Contains("doctest", StringComparison.Ordinal),
            ["brackets"] = Bracketed().IsMatch(text),
            ["docstring"] = study.Source.Language == "python" && study.Replay.Lines.Any(v => Quoted().IsMatch(TraceIndex.Of(study).Source[v.Line])),
            ["steps"] = StepsBeforeLines(study),
            ["unset"] = !new BareDeclarations(study.Source).IsEmpty || (study.Source.Language is "c" or "cpp" && study.Source.Text.Contains("malloc(", StringComparison.Ordinal)),
        };
    }

    private static string[] Lines(CaseStudy study) => study.Source.Text.Split('\n');

    private static IEnumerable<string> Values(CaseStudy study) =>
        study.Trace.Events.SelectMany(e => e.Set.Select(v => v.Value.Text).Concat(e.Value is { } returned ? [returned.Text] : []));

    // `new StringBuilder()` calls none that the program writes.
    private static bool WritesConstructors(SourceFile source) => source.Language == "java"
        ? Type().Matches(source.Text).Any(m => Regex.IsMatch(source.Text, $@"\b(?:new\s+{m.Groups["name"].Value}\b|{m.Groups["name"].Value}\s*\([^()]*\)\s*(?:throws [\w., ]+)?\{{)", RegexOptions.CultureInvariant))
        : Constructor().IsMatch(source.Text);

    /// <summary>Whether a loop's line comes after its own step, as compilers of C and C++ place it.</summary>
    public static bool StepsBeforeLines(CaseStudy study) => study.Source.Language is "c" or "cpp" && study.Replay.Lines
        .Select(visit => visit.Line).Distinct().Any(TraceIndex.Of(study).Source.IsCounting);

    [GeneratedRegex(@"(?:=|[:=] ""|= )&(?!&)")]
    private static partial Regex Pointer();

    [GeneratedRegex(@"\b(?:class|struct)\b")]
    private static partial Regex Types();

    [GeneratedRegex(@"\bthis\b")]
    private static partial Regex Self();

    [GeneratedRegex(@"\bchar\s*(?:const\s*)?\*")]
    private static partial Regex TextPointer();

    [GeneratedRegex(@"\bfor\s*\([^;:()]*[^:]:[^:]")]
    private static partial Regex RangeLoop();

    [GeneratedRegex(@"\bconstructor\s*\(")]
    private static partial Regex Constructor();

    [GeneratedRegex(@"\b(?:class|record|enum)\s+(?<name>\w+)")]
    private static partial Regex Type();

    [GeneratedRegex(@"(?:^|\.)[gs]et \w")]
    private static partial Regex Accessor();

    [GeneratedRegex(@"\b[A-Z]\w* \{")]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(?:Map|Set)\(\d+\) \{")]
    private static partial Regex Keyed();

    [GeneratedRegex(@"<(?:property|staticmethod|classmethod)>")]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"\bconstructor\s*\([^)]*\b(?:private|public|protected|readonly)\b")]
    private static partial Regex Properties();

    [GeneratedRegex(@"^\s*while\s*\(?\s*(?:True|1)\s*\)?\s*:")]
    private static partial Regex Endless();

    [GeneratedRegex(@"^\s*with\b")]
    private static partial Regex With();

    [GeneratedRegex(@"^\s*try\s*[:{]?\s*$")]
    private static partial Regex Try();

    [GeneratedRegex(@"^\s*(?:export\s+)?(?:default\s+)?function\b")]
    private static partial Regex Function();

    [GeneratedRegex("""^\s*["']use strict["']""")]
    private static partial Regex Strict();

    [GeneratedRegex(@"^\s*(?:export\s+|declare\s+)*(?:interface|type)\s+\w+")]
    private static partial Regex Shape();

    [GeneratedRegex(@"<(?:function|class|module) |<(?:property|staticmethod|classmethod)>|\[Function: ")]
    private static partial Regex Bracketed();

    [GeneratedRegex("""^\s*[rR]?(?:\"|')""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\benum\b")]
    private static partial Regex Enumeration();
}
