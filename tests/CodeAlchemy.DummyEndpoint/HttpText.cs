using System.Globalization;
using System.Text;

namespace CodeAlchemy.DummyEndpoint;

/// <summary>Bytes of responses.</summary>
internal static class HttpText
{
    public static byte[] Response(int status, string type, ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string>? headers = null, int? length = null)
    {
        var head = Encoding.ASCII.GetBytes(Head(status, type, headers) + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length ?? body.Length}\r\n\r\n"));
        return [.. head, .. body];
    }

    /// <summary>Head of a response that ends when the connection does.</summary>
    public static byte[] OpenEnd(string type) => Encoding.ASCII.GetBytes(Head(200, type, null) + "Connection: close\r\n\r\n");

    private static string Head(int status, string type, IReadOnlyDictionary<string, string>? headers)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Status\r\nContent-Type: {type}\r\n"));
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return text.ToString();
    }
}
