using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Strategies.CodeDialogue.Moves;
using CodeAlchemy.Strategies.CodeDialogue.Plans;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Makes conversations by a plan: the beats of its spine in order, and seeded moves in the turns between. One per file.</summary>
internal sealed class Director(Bench bench, Memory memory)
{
    private readonly Casting _casting = new(bench, memory);
    private readonly List<Role> _roles = [];

    /// <summary>A conversation; <see langword="null"/> when the evidence does not carry enough turns.</summary>
    public Dialogue? Stage(Plan plan, int number)
    {
        var random = bench.Workbench.Random($"dialogue/{plan.Task}/{number}");
        if (_casting.For(plan.Task, number, random) is not { } cast)
        {
            return null;
        }

        var role = Choose(plan, random);
        var scene = new Scene(bench, memory, new Voice(role), cast) { Random = random };
        Play(plan, number, scene, random);
        if (scene.Turns.Count < bench.Options.FewestTurns || !plan.IsMet(scene.Turns.Select(t => t.Move)))
        {
            return null;
        }

        _roles.Add(role);
        return new Dialogue(plan.Task, number, role, cast, [.. scene.Turns]);
    }

    private Role Choose(Plan plan, IRandom random)
    {
        var wanted = Role.All.Where(r => bench.Options.Roles.Contains(r.User)).ToList();
        var fitting = wanted.Where(r => plan.Roles.Contains(r.User)).DefaultIfEmpty(wanted[random.Next(wanted.Count)]).ToList();
        var fresh = fitting.Except(_roles).DefaultIfEmpty(fitting[random.Next(fitting.Count)]).ToList();
        return fresh[random.Next(fresh.Count)];
    }

    private void Play(Plan plan, int number, Scene scene, IRandom random)
    {
        foreach (var beat in Slots(plan, random))
        {
            if (beat is null)
            {
                Fill(plan, number, scene, random);
            }
            else
            {
                _ = beat.Moves.Any(name => Try(AllPlans.Move(name), number, scene));
            }
        }

        while (scene.Turns.Count < bench.Options.Turns && Fill(plan, number, scene, random))
        {
        }
    }

    // The beats with the turns that are free between them; null is a free turn.
    private List<Beat?> Slots(Plan plan, IRandom random)
    {
        var beats = plan.For(bench.Options.Turns);
        var gaps = new int[beats.Length + 1];
        for (var free = bench.Options.Turns - beats.Length; free > 0; free--)
        {
            var gap = gaps[0] < plan.Lead.Least ? 0 : random.Next(beats.Length + 1);
            gaps[gap == 0 && gaps[0] >= plan.Lead.Most && beats.Length > 0 ? 1 + random.Next(beats.Length) : gap]++;
        }

        return [.. Enumerable.Range(0, gaps.Length).SelectMany(i => Enumerable.Repeat<Beat?>(null, gaps[i]).Concat(i < beats.Length ? [beats[i]] : []))];
    }

    private static bool Fill(Plan plan, int number, Scene scene, IRandom random)
    {
        var last = scene.Turns.Count > 0 ? scene.Turns[^1].Move : "";
        return plan.Fill.Select(f => (f.Move, Turn: (2 * scene.Count(f.Move)) + (random.NextDouble() / f.Weight))).ToList()
            .Where(f => f.Move != last).OrderBy(f => f.Turn).Any(f => Try(AllPlans.Move(f.Move), number, scene));
    }

    private static bool Try(IMove move, int number, Scene scene)
    {
        scene.Random = scene.Bench.Workbench.Random($"turn/{number}/{scene.Turns.Count}/{move.Name}");
        if (!scene.Run.Trust.Covers(move.Needs) || move.Play(scene) is not { } turn || Fairness.IsBlemished(scene, move.Name, turn) || (turn.Secret is { } secret && scene.GivesAway(turn.Ask + turn.Exhibit, secret)))
        {
            return false;
        }

        scene.Add(move.Name, turn with { Ask = Framing.Of(scene, turn) });
        return true;
    }
}
