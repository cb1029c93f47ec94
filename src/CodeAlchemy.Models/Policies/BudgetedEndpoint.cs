using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>Sends nothing that the budget does not cover.</summary>
internal sealed class BudgetedEndpoint(IEndpoint inner, BudgetLedger ledger, BudgetRecords? records, ModelPrice? price) : IEndpoint
{
    // A byte-level tokenizer makes at most one token of a byte; chat templates add a few per message and at the ends.
    private const int TokensPerMessage = 16;

    public async ValueTask<Attempt> Send(Call call, CancellationToken cancellationToken)
    {
        var most = Most(call.Request);
        if (!await ledger.Reserve(most))
        {
            return Attempt.Failed(AttemptKind.Unsent, RejectReasons.BudgetExhausted, $"the budget does not cover a request of up to {most.Tokens:N0} tokens; it was not sent");
        }

        var number = records?.Reserve(most) ?? 0;
        var used = most;
        try
        {
            var attempt = await inner.Send(call, cancellationToken);
            used = Used(attempt, most);
            return attempt;
        }
        finally
        {
            records?.Settle(number, used);
            ledger.Settle(most, used);
        }
    }

    private Charge Used(in Attempt attempt, Charge most) => attempt switch
    {
        { Usage: { } usage } => new Charge(usage.Total, Prices.Of(usage, price)),
        { MayHaveUsedTokens: true } => most,
        _ => default,
    };

    private Charge Most(ChatRequest request)
    {
        var prompt = request.Messages.Sum(message => (long)Encoding.UTF8.GetByteCount(message.Content) + TokensPerMessage) + TokensPerMessage;
        if (request.Schema is { } schema)
        {
            prompt += 2L * Encoding.UTF8.GetByteCount(schema.Json);
        }

        var completion = request.MaxTokens ?? throw new InvalidOperationException("a request under a budget has a limit of tokens");
        return new Charge(prompt + completion, Prices.Most(prompt, completion, price));
    }
}
