using CodeAlchemy.Grounded.Questions.Kinds;

namespace CodeAlchemy.Strategies.CodeQa;

/// <summary>How answers are asked for and given.</summary>
internal static class AnswerWords
{
    /// <summary>What the answer is, as the object of a sentence.</summary>
    public static string What(AnswerForm form, string language, string answer) => form switch
    {
        AnswerForm.Number => "the number",
        AnswerForm.Line => "the line number",
        AnswerForm.Lines => "the line numbers, separated by commas",
        AnswerForm.Value => $"the value as a {language} literal",
        AnswerForm.Values => $"the values in order as {language} literals, with ` -> ` between them",
        AnswerForm.Name => "the bare name",
        AnswerForm.Names => "the names, separated by commas",
        AnswerForm.Bindings when !answer.Contains('\n', StringComparison.Ordinal) => $"`name = value`, with the value as a {language} literal",
        AnswerForm.Bindings => $"`name = value` pairs, one per line, with values as {language} literals",
        AnswerForm.YesNo => "`yes` or `no`",
        AnswerForm.Which => "`first` or `second`",
        _ => "the exact text",
    };

    /// <summary>Whether an answer that stands in the question word for word would be no question at all. Names and lines always stand there.</summary>
    public static bool MustNotShow(AnswerForm form) => form is AnswerForm.Value or AnswerForm.Values or AnswerForm.Bindings or AnswerForm.Text;

    /// <summary>The steps, and the answer on the last line.</summary>
    public static string Explain(TraceQuestion question, string lead)
    {
        var steps = string.Join('\n', question.Steps.Select(step => $"- {char.ToUpperInvariant(step[0])}{step[1..]}."));
        // White space at its beginning would run into that after the colon.
        var gap = question.Answer.Contains('\n', StringComparison.Ordinal) || char.IsWhiteSpace(question.Answer[0]) ? "\n" : " ";
        return $"{lead}\n\n{steps}\n\nAnswer:{gap}{question.Answer}";
    }
}
