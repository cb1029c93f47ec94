using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>A request that ends in an error reply.</summary>
/// <param name="code">One of <see cref="RpcError"/>.</param>
/// <param name="message">What happened and what to do.</param>
/// <param name="data">More for the client, or <see langword="null"/>.</param>
internal sealed class RpcException(int code, string message, JsonNode? data = null) : Exception(message)
{
    /// <summary>The code of the reply.</summary>
    public int Code { get; } = code;

    /// <summary>The data of the reply.</summary>
    public JsonNode? Payload { get; } = data;
}
