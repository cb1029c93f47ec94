using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Grounded.Asking;

/// <summary>
/// A conversation with a model about one row. It keeps what the row must say about it: the templates that were rendered, the models
/// that answered, and the reject when one of them did not. Not thread-safe.
/// </summary>
/// <param name="workbench">Renders and asks.</param>
/// <param name="role">Role of the model.</param>
/// <param name="task">Task of the row, for rejects.</param>
/// <param name="case">Case of the row, for rejects.</param>
public sealed class ModelConversation(IWorkbench workbench, string role, string task, string? @case = null)
{
    private readonly List<Message> _messages = [];
    private readonly List<PromptReference> _prompts = [];
    private readonly List<ModelReference> _models = [];

    /// <summary>Templates so far, each once.</summary>
    public ImmutableArray<PromptReference> Prompts => [.. _prompts.Distinct()];

    /// <summary>Models so far, each once, in the order in which they answered.</summary>
    public ImmutableArray<ModelReference> Models => [.. _models.Distinct()];

    /// <summary>Why the last question got no usable reply; <see langword="null"/> when it got one.</summary>
    public Reject? Reject { get; private set; }

    /// <summary>Sets the stage: a system message from a template. Call it before the first question.</summary>
    public void Instruct(string template, IReadOnlyDictionary<string, object?> values) => Add("system", template, values);

    /// <summary>Asks what a template says, after all that was said before.</summary>
    /// <param name="template">Template of the user's turn.</param>
    /// <param name="values">Its variables.</param>
    /// <param name="schema">Shape of the reply, or <see langword="null"/> for text.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="index">Number of the sample when several replies to one question are wanted.</param>
    /// <returns>The reply, or <see langword="null"/> with <see cref="Reject"/> set. A reply that was cut is none.</returns>
    public async ValueTask<ChatReply?> Ask(
        string template, IReadOnlyDictionary<string, object?> values, ReplySchema? schema, CancellationToken cancellationToken, int index = 0)
    {
        Add("user", template, values);
        var request = new ChatRequest { Messages = [.. _messages], Model = role, Schema = schema, Index = index };
        var outcome = await workbench.Ask(request, cancellationToken).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            Reject = outcome.Failure.ToReject(task, @case);
            return null;
        }

        if (outcome.Reply.IsCut)
        {
            Reject = new Reject
            {
                Task = task, Case = @case, Reason = RejectReasons.ReplyCut,
                Detail = "The reply reached the limit of tokens and was cut.", Evidence = outcome.Reply.Content,
            };
            return null;
        }

        Reject = null;
        _models.Add(outcome.Reply.ModelOf(request));
        _messages.Add(new Message("assistant", outcome.Reply.Content));
        return outcome.Reply;
    }

    private void Add(string role, string template, IReadOnlyDictionary<string, object?> values)
    {
        var prompt = workbench.Prompt(template, values);
        _prompts.Add(prompt.Reference);
        _messages.Add(new Message(role, prompt.Text.Trim()));
    }
}
