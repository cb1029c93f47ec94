namespace CodeAlchemy.Abstractions.Chat;

/// <summary>What strategies do with outcomes.</summary>
public static class ChatOutcomes
{
    /// <summary>The reject of a row that a model did not give. Its detail is the same in every run; what the endpoint said is evidence.</summary>
    /// <param name="failure">Why there is no reply.</param>
    /// <param name="task">Task of the row.</param>
    /// <param name="case">Case of the row, or <see langword="null"/>.</param>
    public static Reject ToReject(this ChatFailure failure, string task, string? @case = null)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new Reject
        {
            Task = task,
            Case = @case,
            Reason = failure.Reason,
            Detail = Sentence(failure.Reason),
            Evidence = failure.Raw is null ? failure.Detail : $"{failure.Detail}\n{failure.Raw}",
        };
    }

    /// <summary>The model that a reply came from, for <see cref="Sample.Models"/>.</summary>
    public static ModelReference ModelOf(this ChatReply reply, ChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(request);
        return new ModelReference(request.Model, reply.Model);
    }

    private static string Sentence(string reason) => reason switch
    {
        RejectReasons.ModelUnavailable => "No endpoint of the model answered.",
        RejectReasons.ModelRefused => "The endpoint refused the request.",
        RejectReasons.ModelRefusal => "The model declined to answer.",
        RejectReasons.EmptyReply => "The model answered with nothing.",
        RejectReasons.ReplyTooLarge => "The reply was larger than allowed.",
        RejectReasons.MalformedReply => "What the endpoint sent is not a chat completion.",
        RejectReasons.SchemaMismatch => "The reply did not hold to its schema, also after repairs.",
        RejectReasons.BatchPending => "The request waits in a batch file for its result.",
        _ => "The model gave no usable reply.",
    };
}
