using CodeAlchemy.Abstractions.Hosting.Models;

namespace CodeAlchemy.Models.Requests;

/// <summary>How a request is written for one endpoint.</summary>
internal sealed record WireShape(string Model, StructuredMode Structured, string MaxTokensField, bool Streaming, bool WithIndex = false)
{
    /// <summary>The form that is hashed: free of everything that an endpoint decides.</summary>
    public static readonly WireShape Canonical = new(string.Empty, StructuredMode.JsonSchema, "max_tokens", false, WithIndex: true);

    public static WireShape Of(ModelEndpoint endpoint) =>
        new(endpoint.Model, endpoint.Structured, endpoint.MaxTokensField, endpoint.Streaming);
}
