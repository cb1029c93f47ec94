using System.ClientModel.Primitives;
using CodeAlchemy.Models.Secrets;

namespace CodeAlchemy.Models.Endpoints;

/// <summary>Adds a secret to requests to one origin, and to no others.</summary>
internal sealed class OriginBoundSecret(Uri origin, string? secret) : AuthenticationPolicy
{
    private readonly string? _header = secret is null ? null : $"Bearer {secret}";

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Authorize(message);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Authorize(message);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Authorize(PipelineMessage message)
    {
        if (_header is not null && message.Request.Uri is { } target && Origins.Same(target, origin))
        {
            message.Request.Headers.Set("Authorization", _header);
        }
    }
}
