using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Chooses what the conversations of a file are about, each something else.</summary>
internal sealed class Casting(Bench bench, Memory memory)
{
    /// <summary>The cast of a task; <see langword="null"/> where the file has nothing left for it.</summary>
    public Cast? For(string task, int number, IRandom random) => task switch
    {
        "debug" => Debug(),
        "review" => Review(random),
        "what-if" => WhatIf(number, random),
        _ => Explore(number, random),
    };

    private Cast? Explore(int number, IRandom random)
    {
        var fitting = bench.Studies.Where(s => !s.Replay.Truncated && s.Replay.Lines.Length > 0).ToList();
        return fitting.Count == 0 ? null : new Cast(fitting[(random.Next(fitting.Count) + number) % fitting.Count]);
    }

    private Cast? WhatIf(int number, IRandom random)
    {
        var fitting = bench.Studies.Where(s => !s.Replay.Truncated && bench.IsShowable(s.Output)
            && (bench.Studies.Any(o => o != s && RunWords.CanTell(s, o)) || bench.Versions.Any(v => v.Fault.Study == s && memory.IsFree(v)))).ToList();
        return fitting.Count == 0 ? null : new Cast(fitting[(random.Next(fitting.Count) + number) % fitting.Count]);
    }

    private Cast? Debug()
    {
        if (bench.Versions.FirstOrDefault(memory.IsFree) is not { } version)
        {
            return null;
        }

        memory.Take(version);
        return new Cast(version.Runs[0])
        {
            LeadName = "the faulty run",
            Version = version,
            Shown = [version.Runs[0], version.Fault.Study],
            Exhibit = FaultText.Symptoms(version.Fault),
            Remark = "open-bug",
        };
    }

    // Half of the changes under review make a difference, as far as there are both kinds.
    private Cast? Review(IRandom random)
    {
        var harmless = bench.Harmless.Where(m => memory.IsFree(m) && bench.Studies.All(s => bench.IsShowable(s.Output))).ToList();
        var version = bench.Versions.LastOrDefault(memory.IsFree);
        if (harmless.Count > 0 && (version is null || random.Next(2) == 0))
        {
            memory.Take(harmless[0]);
            var line = harmless[0].Span.StartLine;
            return new Cast(bench.Studies.MaxBy(s => TraceAnswers.Visits(s.Replay, line) > 0)!) { LeadName = Moves.Propose.Before, Harmless = harmless[0] };
        }

        if (version is null)
        {
            return null;
        }

        memory.Take(version);
        return new Cast(version.Fault.Study) { LeadName = Moves.Propose.Before, Version = version };
    }
}
