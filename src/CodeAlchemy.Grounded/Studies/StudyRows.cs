using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>Makes rows whose truth is an execution. Pure.</summary>
public static class StudyRows
{
    /// <summary>A row about a case, verified by its agreed trace, rated, and with the facts from which it can be derived again.</summary>
    /// <param name="study">The case.</param>
    /// <param name="task">Task of the row.</param>
    /// <param name="index">Index among the rows of the same case and task.</param>
    /// <param name="messages">The conversation.</param>
    /// <param name="prompts">Templates that were rendered.</param>
    /// <param name="labels">Labels on top of difficulty and origin of the case.</param>
    /// <param name="facts">What was asked; arguments and input of the case are added.</param>
    public static Sample Make(
        CaseStudy study,
        string task,
        int index,
        ImmutableArray<Message> messages,
        ImmutableArray<PromptReference> prompts,
        ImmutableSortedDictionary<string, string> labels,
        JsonObject facts)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(facts);
        return new Sample
        {
            Task = task,
            Index = index,
            Case = study.Case.Name,
            Messages = messages,
            Verification = [new Verification("execution", VerificationStatus.Verified, study.Trace.End.Digest)],
            Scores = ImmutableSortedDictionary<string, double>.Empty.Add("difficulty", study.Rating.Score),
            Labels = labels.SetItem("difficulty", study.Rating.Label).SetItem("case", study.Case.Origin),
            Prompts = prompts,
            Extra = WithCase(study, facts),
        };
    }

    private static JsonObject WithCase(CaseStudy study, JsonObject facts)
    {
        var all = facts.DeepClone().AsObject();
        all["arguments"] = new JsonArray([.. study.Case.Arguments.Select(argument => (JsonNode)argument)]);
        if (study.Input is { Length: > 0 } input)
        {
            all["stdin"] = input;
        }

        return all;
    }
}
