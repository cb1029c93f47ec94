namespace CodeAlchemy.DummyEndpoint;

/// <summary>A request as it was read; the body is valid until the next one is read.</summary>
internal sealed record HttpRequest(string Method, string Target, string Head, ReadOnlyMemory<byte> Body)
{
    public bool WantsStream => Body.Span.IndexOf("\"stream\":true"u8) >= 0;
}
