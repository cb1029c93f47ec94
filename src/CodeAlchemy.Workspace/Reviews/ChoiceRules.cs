using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>What a decision must have.</summary>
internal static class ChoiceRules
{
    /// <param name="choice">The decision.</param>
    /// <param name="made">Reads the messages of the row.</param>
    /// <exception cref="ProblemException">Something is missing or has another shape.</exception>
    public static void Check(ReviewChoice choice, Func<ImmutableArray<Message>> made)
    {
        if (choice.Decision == ReviewDecision.Reject && string.IsNullOrWhiteSpace(choice.Reason))
        {
            throw new ProblemException(new Problem("reason-missing", "A row is not rejected without a reason.", "Say why, in a few words.", ExitCode.Usage));
        }

        if (choice.Decision != ReviewDecision.Edit)
        {
            return;
        }

        if (ReviewMessages.Problem(choice.Messages.IsDefault ? [] : choice.Messages) is { } problem)
        {
            throw new ProblemException(new Problem(
                "edit-malformed", $"The edited messages are not of the shape of a row: {problem}.",
                "Give the whole conversation: an optional system message, then user and assistant in turn, the assistant last.", ExitCode.Failure));
        }

        if (choice.Messages.SequenceEqual(made()))
        {
            throw new ProblemException(new Problem("edit-empty", "The edited messages are those of the row.", "Accept the row instead.", ExitCode.Failure));
        }
    }
}
