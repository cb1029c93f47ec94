using System.Text.Json;

namespace CodeAlchemy.LanguageServer.Rpc;

/// <summary>A message of the client: a request (method and id), a notification (method) or a reply (id).</summary>
/// <param name="Method">The method; <see langword="null"/> for a reply.</param>
/// <param name="Id">The id as raw JSON (a number or a string); <see langword="null"/> for a notification.</param>
/// <param name="Params">Parameters; undefined when there are none.</param>
/// <param name="Result">Result of a reply; undefined when there is none.</param>
/// <param name="Error">Error of a reply; undefined when there is none.</param>
internal sealed record IncomingMessage(string? Method, string? Id, JsonElement Params, JsonElement Result, JsonElement Error)
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="RpcException">It is not JSON, or not a message of JSON-RPC 2.0.</exception>
    public static IncomingMessage Parse(byte[] body)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 128 });
            root = document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw new RpcException(RpcError.ParseError, $"The message is not JSON: {fault.Message}");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new RpcException(RpcError.InvalidRequest, "A message is an object; batches are not taken.");
        }

        var id = root.TryGetProperty("id", out var given) && given.ValueKind is JsonValueKind.Number or JsonValueKind.String ? given.GetRawText() : null;
        var method = root.TryGetProperty("method", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        if (method is null && id is null)
        {
            throw new RpcException(RpcError.InvalidRequest, "A message has a method, an id, or both.");
        }

        return new IncomingMessage(method, id, Member(root, "params"), Member(root, "result"), Member(root, "error"));
    }

    private static JsonElement Member(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value : default;
}
