using System.Globalization;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>Gives one answer.</summary>
internal sealed class Answer(Connection connection, HttpRequest request, UInt128 hash, Tally tally)
{
    private const string Json = "application/json";
    private const string EventStream = "text/event-stream; charset=utf-8";

    /// <summary>Behaves as told; tells whether the connection can serve another request.</summary>
    public async Task<bool> Give(Behaviour behaviour, int delay, CancellationToken cancellationToken)
    {
        if (delay + behaviour.DelayMs > 0)
        {
            await Task.Delay(delay + behaviour.DelayMs, cancellationToken);
        }

        if (behaviour.Kind == BehaviourKind.Reply && !request.WantsStream)
        {
            // Counted before it is sent: a client that has read it may be asked about at once.
            tally.Answered(hash);
            await connection.Send(HttpText.Response(200, Json, Whole(behaviour), behaviour.Headers), cancellationToken);
            return true;
        }

        return behaviour.Kind switch
        {
            BehaviourKind.Reply => await Stream(behaviour, cancellationToken),
            BehaviourKind.Endless or BehaviourKind.HalfStream => await Streamed(behaviour, cancellationToken),
            BehaviourKind.Reset or BehaviourKind.ResetMidway or BehaviourKind.Stall or BehaviourKind.TooLongLength or BehaviourKind.TooShortLength =>
                await Broken(behaviour, cancellationToken),
            _ => await Strange(behaviour, cancellationToken),
        };
    }

    private async Task<bool> Strange(Behaviour behaviour, CancellationToken cancellationToken)
    {
        if (behaviour.Status == 429)
        {
            tally.Throttled();
        }

        var whole = Whole(behaviour);
        await connection.Send(
            behaviour.Kind switch
            {
                BehaviourKind.Html => HttpText.Response(behaviour.Status, "text/html", "<!DOCTYPE html><html><body>Bad Gateway</body></html>"u8, behaviour.Headers),
                BehaviourKind.TruncatedJson => HttpText.Response(200, Json, whole.AsSpan(0, whole.Length / 2)),
                BehaviourKind.EmptyChoices => HttpText.Response(200, Json, CompletionText.NoChoices()),
                BehaviourKind.Refusal => HttpText.Response(200, Json, CompletionText.Whole(behaviour, string.Empty, "I can't help with that.", request.Body.Length)),
                BehaviourKind.Huge => HttpText.Response(200, Json, CompletionText.Whole(behaviour, new string('x', behaviour.Bytes), null, request.Body.Length)),
                _ => HttpText.Response(behaviour.Status, Json, System.Text.Encoding.UTF8.GetBytes(behaviour.Body), behaviour.Headers),
            },
            cancellationToken);
        return true;
    }

    private async Task<bool> Broken(Behaviour behaviour, CancellationToken cancellationToken)
    {
        var whole = Whole(behaviour);
        switch (behaviour.Kind)
        {
            case BehaviourKind.TooLongLength:
                await connection.Send(HttpText.Response(200, Json, whole, length: whole.Length + 100), cancellationToken);
                return false;
            case BehaviourKind.TooShortLength:
                await connection.Send(HttpText.Response(200, Json, whole, length: whole.Length / 2), cancellationToken);
                return false;
            case BehaviourKind.Stall:
                await connection.Send(HttpText.Response(200, Json, whole.AsSpan(0, whole.Length / 2), length: whole.Length), cancellationToken);
                await connection.Hang(cancellationToken);
                return false;
            case BehaviourKind.ResetMidway:
                await connection.Send(HttpText.Response(200, Json, whole.AsSpan(0, whole.Length / 2), length: whole.Length), cancellationToken);
                break;
        }

        tally.WasReset();
        connection.Reset();
        return false;
    }

    private async Task<bool> Stream(Behaviour behaviour, CancellationToken cancellationToken)
    {
        tally.Answered(hash);
        await connection.Send(HttpText.OpenEnd(EventStream), cancellationToken);
        foreach (var piece in CompletionText.Events(behaviour, Content(behaviour), request.Body.Length))
        {
            await connection.Send(piece, cancellationToken);
        }

        return false;
    }

    private async Task<bool> Streamed(Behaviour behaviour, CancellationToken cancellationToken)
    {
        await connection.Send(HttpText.OpenEnd(EventStream), cancellationToken);
        var piece = CompletionText.Delta("content", Content(behaviour));
        do
        {
            await connection.Send(piece, cancellationToken);
        }
        while (behaviour.Kind == BehaviourKind.Endless);
        return false;
    }

    private string Content(Behaviour behaviour) => behaviour.Content ?? string.Create(CultureInfo.InvariantCulture, $"reply to {hash:x32}");

    private byte[] Whole(Behaviour behaviour) => ReferenceEquals(behaviour, Behaviour.Plain) ? CompletionText.Plain(Content(behaviour), request.Body.Length) : CompletionText.Whole(behaviour, Content(behaviour), null, request.Body.Length);
}
