using System.Collections.Immutable;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>A faulty program with what it should print and what it prints; the answer says what is wrong and puts it right.</summary>
internal sealed class FixBug : PureTask
{
    public override string Name => "fix-bug";

    // The second fault is for locate-bug, so that one row does not answer another.
    protected override IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults) =>
        faults.Faults.Where((_, i) => i != 1).Where(f => f.NeverParts || FaultText.Parting(bench.Outline, f).Length > 0).Select(fault => new DevQuestion
        {
            Study = fault.Study,
            Program = fault.Mutant.Text,
            Answer = Answer(bench, fault),
            Values = ImmutableDictionary<string, object?>.Empty.Add("symptoms", FaultText.Symptoms(fault)),
            Verification = FaultText.Evidence(fault),
            Labels = FaultText.Labels(fault),
            Facts = FaultText.Facts(fault),
        });

    private static string Answer(Bench bench, Fault fault)
    {
        var random = bench.Workbench.Random($"fix-bug/{fault.Line}");
        var head = Phrases.Say(random, "fault-found", ("place", FaultText.Place(bench.Outline, fault.Line)), ("words", FaultWords.Of(fault.Mutant)));
        var wrong = Fences.Wrap(fault.WrongLine.Trim(), bench.Source.Language);
        var parting = fault.NeverParts ? Phrases.Say(random, fault.SeesAll ? "fault-output-only" : "fault-same-lines") : FaultText.Parting(bench.Outline, fault);
        var right = Phrases.Say(random, "fault-fixed", ("line", FaultText.Number(fault.Line)));
        return $"{head}\n\n{wrong}\n\n{(parting.Length > 0 ? parting + "\n\n" : "")}{right}\n\n{Fences.Wrap(fault.RightLine, bench.Source.Language)}\n\n{Phrases.Say(random, "fault-proof")}";
    }
}
