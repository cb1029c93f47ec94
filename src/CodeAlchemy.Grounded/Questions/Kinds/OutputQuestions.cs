using System.Globalization;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>What is written to standard output, and by which line.</summary>
internal static class OutputQuestions
{
    private const int LongestLine = 120;
    private const int MostCharacters = 160;

    public static IEnumerable<Draft> LineCount(TraceIndex index, IRandom random)
    {
        if (index.Output.Length is > 2 and <= 100)
        {
            yield return new Draft(index.Output.Length)
                .Steps(index.Output.Where(o => o.Writer > 0).GroupBy(o => o.Writer).Select(g => $"{Say.Line(g.Key)} writes {Say.Count(g.Count(), "line")} of output"));
        }
    }

    public static IEnumerable<Draft> LineAt(TraceIndex index, IRandom random) =>
        from line in Telling(index).Where(o => o.Number < index.Output.Length).Shuffled(random)
        select new Draft(line.Text).Slot("nth", Ordinals.Of(line.Number)).Fact("output", line.Number).Steps(Tell(index, line));

    public static IEnumerable<Draft> Last(TraceIndex index, IRandom random) =>
        from line in Telling(index).Where(o => o.Number == index.Output.Length && o.Number > 1)
        select new Draft(line.Text).Fact("output", line.Number).Steps(Tell(index, line));

    public static IEnumerable<Draft> Characters(TraceIndex index, IRandom random)
    {
        var text = index.Study.Output;
        if (text is { Length: > 2 and <= MostCharacters } && text.All(char.IsAscii) && !text.Contains('\r', StringComparison.Ordinal))
        {
            yield return new Draft(text.Length)
                .Steps(index.Output.Select(o => $"{Say.Code(Shown(o))} has {Say.Count(o.Text.Length, "character")}"
                    + (o.Number < index.Output.Length || text.EndsWith('\n') ? ", and its line end is one more" : "")));
        }
    }

    public static IEnumerable<Draft> Longest(TraceIndex index, IRandom random)
    {
        var length = index.Output.Select(o => o.Text.Length).DefaultIfEmpty().Max();
        if (index.Output.Length is > 2 and <= 12 && length is > 1 and <= 60 && index.Output.Count(o => o.Text.Length == length) == 1 && index.Output.All(o => o.Text.All(char.IsAscii)))
        {
            var line = index.Output.First(o => o.Text.Length == length);
            yield return new Draft(line.Number).Steps(index.Output.Select(o => $"output line {Say.Number(o.Number)} has {Say.Count(o.Text.Length, "character")}"));
        }
    }

    public static IEnumerable<Draft> Reader(TraceIndex index, IRandom random)
    {
        if (index.FirstReader > 0 && index.Source.IsOneLine(index.FirstReader))
        {
            yield return new Draft(index.FirstReader);
        }
    }

    public static IEnumerable<Draft> Writer(TraceIndex index, IRandom random) =>
        from line in index.Output.Where(o => IsWriter(index, o) && o.Number <= 20).Shuffled(random)
        where index.Output.Where(o => o.Writer > 0).Select(o => o.Writer).Distinct().Count() > 1
        select new Draft(line.Writer).Slot("nth", Ordinals.Of(line.Number)).Fact("output", line.Number)
            .Steps(index.Output.Take(line.Number).All(o => IsWriter(index, o)) ? Tell(index, line) : []);

    public static IEnumerable<Draft> NumberOf(TraceIndex index, IRandom random) =>
        from line in index.Output.Where(o => o.Number > 2 && IsWriter(index, o) && o.Text.Trim().Length is > 0 and <= LongestLine).Shuffled(random)
        where index.Output.Length <= 30 && index.Output.Count(o => o.Text == line.Text) == 1
            && index.Output.Any(o => o.Writer == line.Writer && o.Number != line.Number)
        select new Draft(line.Number).Slot("output", Say.Code(line.Text)).Fact("text", line.Text)
            .Steps(index.Output.Take(line.Number).Select(o => o.Writer > 0 ? $"output line {Say.Number(o.Number)} comes from {Say.Line(o.Writer)}: {Say.Code(Shown(o))}" : $"output line {Say.Number(o.Number)} is {Say.Code(Shown(o))}"));

    public static IEnumerable<Draft> BeforeLine(TraceIndex index, IRandom random) =>
        from step in Choices.Runs(index, random)
        where index.Output.Length > 2 && index.Source.HoldsWords(step.Line) && index.Output.All(o => IsWriter(index, o)) && !index.Output.Any(o => o.Writer == step.Line) && !IsWithinWriting(index, step)
        let written = index.Output.Count(o => o.Sequence < step.Sequence)
        where written > 1
        select new Draft(written).Line(step.Line).Visit(step.Visit)
            .Steps(index.Output.Take(written).Select(o => $"{Say.Line(o.Writer)} has written {Say.Code(Shown(o))}"));

    private static IEnumerable<OutputLine> Telling(TraceIndex index) =>
        index.Output.Where(o => o.Number <= 12 && o.Text.Trim().Length > 1 && o.Text.Length <= LongestLine && !char.IsWhiteSpace(o.Text[^1])
            && !index.Source.Mentions(o.Text.Trim()) && o.Text.Trim().Any(char.IsLetterOrDigit));

    private static IEnumerable<string> Tell(TraceIndex index, OutputLine line) =>
        index.Output.Take(line.Number).Where(o => IsWriter(index, o)).Select(o => $"output line {o.Number.ToString(CultureInfo.InvariantCulture)} is written by {Say.Line(o.Writer)}: {Say.Code(Shown(o))}");

    private static string Shown(OutputLine line) => line.Text.Length == 0 ? "(an empty line)" : line.Text;

    // While a line that writes is at it, part of an output line may be out already.
    private static bool IsWithinWriting(TraceIndex index, LineStep step)
    {
        for (var call = index.CallOf(step.Frame); call is { Site: > 0 }; call = index.CallOf(call.Caller))
        {
            if (index.Source.MayWrite(call.Site))
            {
                return true;
            }
        }

        return false;
    }

    // Output that a library keeps back appears later than the line that made it.
    private static bool IsWriter(TraceIndex index, OutputLine line) => line.Writer > 0 && index.Source.IsOneLine(line.Writer) && index.Source.MayWrite(line.Writer);
}
