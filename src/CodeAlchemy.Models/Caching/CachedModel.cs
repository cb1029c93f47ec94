using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Endpoints;
using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Caching;

/// <summary>Answers from the cache what a model answered before, and keeps new replies. A cache that fails never costs a reply.</summary>
internal sealed class CachedModel(ICallHandler inner, ReplyCache cache, string model, UsageMeter meter, Action<LogLevel, string> log) : ICallHandler
{
    private volatile bool _broken;

    public async ValueTask<ChatOutcome> Complete(Call call, CancellationToken cancellationToken)
    {
        var key = call.Key.For(model);
        if (Get(key) is { } known)
        {
            meter.Cached();
            return ChatOutcome.Of(known);
        }

        var outcome = await inner.Complete(call, cancellationToken);
        if (outcome.Reply is { } reply)
        {
            Put(key, reply);
        }

        return outcome;
    }

    private ChatReply? Get(RequestKey key)
    {
        try
        {
            return cache.Get(key);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Broken(exception);
            return null;
        }
    }

    private void Put(RequestKey key, ChatReply reply)
    {
        try
        {
            if (!_broken)
            {
                cache.Put(key, reply);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Broken(exception);
        }
    }

    private void Broken(Exception exception)
    {
        if (!_broken)
        {
            _broken = true;
            log(LogLevel.Warning, CacheTrouble.Message(exception));
        }
    }
}
