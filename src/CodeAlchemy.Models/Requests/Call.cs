using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Models.Requests;

/// <summary>A request on its way through the decorators, with the key that is computed once.</summary>
internal sealed record Call(ChatRequest Request, RequestKey Key)
{
    public static Call Of(ChatRequest request) => new(request, RequestKey.Of(request));
}
