using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Which variables of a moment are worth asking for: plain ones, whose values stand neither in the source nor in what the program is given. Pure.</summary>
internal static partial class StateNames
{
    private const int LongestValue = 120;

    // A short number after an equals sign stands in many a source.
    private const int ShortestLiteral = 12;

    /// <summary>The names, in order.</summary>
    public static List<string> Worthwhile(CaseStudy study, LineVisit visit)
    {
        var events = study.Replay.Trace.Events.TakeWhile(e => e.Sequence <= visit.Sequence).Where(e => e.Frame == visit.Frame).ToList();
        var changed = events.SelectMany(e => e.Set).CountBy(v => v.Name, StringComparer.Ordinal).Where(c => c.Value > 1).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var given = Given(events);
        var bare = new BareDeclarations(study.Source);
        var enumerations = TraceIndex.Of(study).Enumerations;
        return
        [
            .. visit.State.Where(v => IsAskable(v.Key, v.Value) && !IsCopied(study, v.Value) && !enumerations.In(v.Value.Text))
                .Where(v => !Surroundings.HasProgramPath(study, v.Value.Text) && !bare.MayBeUnset(v.Key, v.Value, changed.Contains(v.Key)))
                .Where(v => changed.Contains(v.Key) || !(given.Contains(v.Key) || IsGiven(study, v.Value) || IsWritten(study, v.Key, v.Value)))
                .Select(v => v.Key),
        ];
    }

    /// <summary>Whether a value is copied from the command line or the input, or is empty: alone, it is no question.</summary>
    public static bool IsGiven(CaseStudy study, TraceValue value) => GivenValues.Holds(study, value) || Empty().IsMatch(value.Text);

    private static bool IsAskable(string name, TraceValue value) =>
        value.Text.Length <= LongestValue && !name.StartsWith("__", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
        && Literals.IsPlain(value) && !IsCode(value);

    // What the outermost function is called with stands in the question.
    private static HashSet<string> Given(List<TraceEvent> events) =>
        events is [{ Kind: TraceEventKind.Call, Depth: 0 } call, ..] ? [.. call.Set.Select(v => v.Name)] : [];

    // A text, or a list of texts, as it stands in the question: beside other variables it is no question either.
    private static bool IsCopied(CaseStudy study, TraceValue value) =>
        (value.Text.Length > 4 && value.Text[0] is '"' or '\'' && GivenValues.Holds(study, value)) || GivenTexts.Hold(study, value);

    // A variable that was set once, to what the source spells out, needs no execution to know. Quotes, brackets and white space differ.
    private static bool IsWritten(CaseStudy study, string name, TraceValue value)
    {
        var wanted = "=" + Squeeze(value.Text);
        return (value.Text.Length > 4 && value.Text[0] is '"' or '\'' && study.Source.Text.Contains(value.Text[1..^1].Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal))
            || ((wanted.Length > ShortestLiteral || value.Text[0] is '[' or '{' or '(') && Squeeze(study.Source.Text).Contains(wanted, StringComparison.Ordinal))
            || (value.Text[0] == '{' && Squeeze(study.Source.Text).Contains(name + wanted[1..], StringComparison.Ordinal))
            || study.Source.Text.Split('\n').Any(line => line.Contains(name, StringComparison.Ordinal) && Squeeze(line).Contains(wanted, StringComparison.Ordinal));
    }

    // A character that its type makes a number: some would write the one, some the other.
    private static bool IsCode(TraceValue value) => value.Type.Contains("char", StringComparison.Ordinal) && int.TryParse(value.Text, out _);

    private static string Squeeze(string text) => Trailing().Replace(string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('"' or '\'' or '`'))), "$1");

    [GeneratedRegex(@",([\])}])")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\A(?:\w*(?:\(0\))?\s*(?:\{\}|\[\]|\(\))|\""\""|'')\z")]
    private static partial Regex Empty();
}
