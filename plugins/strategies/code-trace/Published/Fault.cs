namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>What is wrong with what a model wrote.</summary>
/// <param name="Reason">Reason of the reject.</param>
/// <param name="Detail">A sentence that is the same in every run.</param>
/// <param name="Observation">What was seen, for the model and as evidence; or <see langword="null"/>.</param>
internal sealed record Fault(string Reason, string Detail, string? Observation = null)
{
    private const int MostShown = 1500;

    /// <summary>Both, for a model to mend it.</summary>
    public string ForModel => Observation is null ? Detail : $"{Detail}\n\n{Shown(Observation)}";

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "\n…";
}
