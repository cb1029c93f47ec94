using System.Text.RegularExpressions;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Ties a question to what was said before: it names the run where there are several, stays with a function or a line, or is put the way the role puts questions.</summary>
internal static class Framing
{
    private const int FramedOutOfTen = 4;
    private const int StayingOutOfTen = 6;

    public static string Of(Scene scene, Turn turn)
    {
        if (turn.IsOfRun && scene.HasSeveralRuns && !turn.Ask.Contains(scene.RunName, StringComparison.OrdinalIgnoreCase))
        {
            // "In that run, I think that ..." would say where somebody thinks.
            var bank = turn.Ask.Contains(". ", StringComparison.Ordinal) ? "in-run-said" : "in-run";
            return scene.Voice.Say(scene.Random, bank, ("run", scene.RunName), ("question", Voice.Small(turn.Ask)));
        }

        // What begins with a statement stands for itself, and so does what is about the conversation rather than the program.
        if (scene.Turns.Count == 0 || turn.About.IsEmpty || !turn.Ask.EndsWith('?') || turn.Ask.TrimEnd('?').Contains(". ", StringComparison.Ordinal) || turn.Ask.Contains(": ", StringComparison.Ordinal))
        {
            return turn.Ask;
        }

        var shared = turn.About.Intersect(scene.Topics).FirstOrDefault(topic => IsSpokenOf(scene, topic) && !(turn.About is [var only] && only == topic && topic.StartsWith("line ", StringComparison.Ordinal)));
        if (shared is not null && scene.Random.Next(10) < StayingOutOfTen)
        {
            return scene.Voice.Say(scene.Random, "stay", ("topic", shared), ("question", Voice.Small(turn.Ask)));
        }

        return shared is null && scene.Random.Next(10) < FramedOutOfTen
            ? scene.Voice.Say(scene.Random, "frame", ("question", Voice.Small(turn.Ask))) : turn.Ask;
    }

    // A diff has a line that nobody has named.
    private static bool IsSpokenOf(Scene scene, string topic) =>
        Regex.IsMatch($"{scene.Asked}\n{scene.Answered}", $@"(?<!\w){Regex.Escape(topic)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
