using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Structured;

/// <summary>
/// Holds replies to their schema. A reply that doesn't is sent back with what is wrong, at most twice; then it is a failure with
/// the raw reply. Every repair is a request of its own, so cache, journal and budget see it.
/// </summary>
internal sealed class StructuredModel(ICallHandler inner) : ICallHandler
{
    private const int Repairs = 2;

    public ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken) =>
        call.Request.Schema is { } schema ? Complete(call, schema, cancellationToken) : inner.Complete(call, cancellationToken);

    private async ValueTask<ChatOutcome> Complete(Call call, ReplySchema schema, CancellationToken cancellationToken)
    {
        var compiled = CompiledSchema.For(schema);
        for (var repair = 0; ; repair++)
        {
            var outcome = await inner.Complete(call, cancellationToken);
            if (outcome.Reply is not { } reply)
            {
                return outcome;
            }

            var errors = Errors(compiled, reply, out var value);
            if (errors.Count == 0)
            {
                return ChatOutcome.Of(reply with { Structured = value });
            }

            if (repair == Repairs)
            {
                return Mismatch(reply, errors);
            }

            call = Repair(call.Request, reply, errors, schema);
        }
    }

    private static IReadOnlyList<string> Errors(CompiledSchema schema, ChatReply reply, out JsonElement value)
    {
        if (JsonExtraction.TryExtract(reply.Content, out value, out var error))
        {
            return schema.Errors(value);
        }

        return reply.IsCut ? [error, "it was cut by the token limit: be shorter"] : [error];
    }

    private static Call Repair(ChatRequest request, ChatReply reply, IReadOnlyList<string> errors, ReplySchema schema) => Call.Of(request with
    {
        Messages = request.Messages.Add(new Message("assistant", reply.Content)).Add(new Message("user", StructuredPrompts.Repair(errors, schema))),
    });

    private static ChatOutcome Mismatch(ChatReply reply, IReadOnlyList<string> errors) => ChatOutcome.Of(new ChatFailure(
        RejectReasons.SchemaMismatch, $"the reply does not hold to its schema after {Repairs} repairs: {string.Join("; ", errors.Take(3))}", reply.Content)
    {
        IsFinal = true,
        Usage = reply.Usage,
    });
}
