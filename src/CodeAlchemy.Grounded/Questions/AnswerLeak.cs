namespace CodeAlchemy.Grounded.Questions;

/// <summary>Finds questions that hold their own answer. Pure.</summary>
public static class AnswerLeak
{
    // Shorter answers, such as a number, stand in almost any text by chance.
    private const int TellingLength = 8;

    /// <summary>Whether the answer stands in the question word for word and is long enough not to stand there by chance.</summary>
    public static bool GivesAway(string question, string answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Trim() is { Length: >= TellingLength } core && question.Contains(core, StringComparison.Ordinal);
    }
}
