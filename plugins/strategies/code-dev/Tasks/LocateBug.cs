using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Which line holds the fault.</summary>
internal sealed class LocateBug : PureTask
{
    public override string Name => "locate-bug";

    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults) =>
        faults.Faults.Skip(1).Take(1).Where(IsOnce).Select(fault => new DevQuestion
        {
            Study = fault.Study,
            Program = fault.Mutant.Text,
            Answer = $"Line {FaultText.Number(fault.Line)}: {Fences.Span(fault.WrongLine.Trim())}\n\nIt {FaultWords.Of(fault.Mutant)}: {FaultWords.Kind(fault.Mutant.Operator)}.",
            Values = ImmutableDictionary<string, object?>.Empty.Add("symptoms", FaultText.Symptoms(fault)),
            Verification = FaultText.Evidence(fault),
            Labels = FaultText.Labels(fault),
            Facts = FaultText.Facts(fault),
        });

    // Which of two equal operators of a line is meant no words tell.
    private static bool IsOnce(Fault fault) =>
        Regex.Count(fault.WrongLine, $@"(?<![\w<>=!+\-*/&|%^]){Regex.Escape(fault.Mutant.After.Trim())}(?![\w<>=!+\-*/&|%^])", RegexOptions.CultureInvariant) < 2;
}
