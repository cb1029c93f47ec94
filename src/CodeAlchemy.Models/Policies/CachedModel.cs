using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>Answers from the cache what a model answered before, and keeps new replies. A cache that fails never costs a reply.</summary>
internal sealed class CachedModel(ICallHandler inner, ReplyCache cache, string model, UsageMeter meter, Action<LogLevel, string> log) : ICallHandler
{
    private int _broken;

    public async ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken)
    {
        var key = call.Key.For(model);
        if (Try(() => cache.Get(key)) is { } known)
        {
            meter.Count(usage => usage with { Cached = usage.Cached + 1 });
            return ChatOutcome.Of(known);
        }

        var outcome = await inner.Complete(call, cancellationToken);
        if (outcome.Reply is { } reply)
        {
            Try(() =>
            {
                cache.Put(key, reply);
                return reply;
            });
        }

        return outcome;
    }

    private ChatReply? Try(Func<ChatReply?> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Interlocked.Exchange(ref _broken, 1) == 0)
            {
                log(LogLevel.Warning, $"the cache of replies can't be used: {exception.Message}; replies are still kept in the run's journal");
            }

            return null;
        }
    }
}
