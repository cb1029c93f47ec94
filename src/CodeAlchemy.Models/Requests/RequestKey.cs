using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Replies;

namespace CodeAlchemy.Models.Requests;

/// <summary>128 bits of the SHA-256 of a normalised request: the same content has the same key on every machine.</summary>
internal readonly record struct RequestKey(UInt128 Value)
{
    public const int Size = 16;

    /// <summary>Key of what is asked, whoever answers. Defaults must have been filled in.</summary>
    public static RequestKey Of(ChatRequest request)
    {
        using var scratch = Scratch.Rent();
        RequestBody.Write(scratch.Json, request, WireShape.Canonical);
        scratch.Json.Flush();
        return Of(scratch.Buffer.WrittenSpan);
    }

    /// <summary>Key of this request to this model: names a reply in the cache and in batch files.</summary>
    public RequestKey For(string model)
    {
        var name = Encoding.UTF8.GetBytes(model);
        Span<byte> bytes = stackalloc byte[Size + name.Length];
        Write(bytes);
        name.CopyTo(bytes[Size..]);
        return Of(bytes);
    }

    public static RequestKey Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    private static RequestKey Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Read(hash);
    }
}
