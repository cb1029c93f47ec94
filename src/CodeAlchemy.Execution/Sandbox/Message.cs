using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CodeAlchemy.Execution.Sandbox;

/// <summary>Fields of a tag, a 32-bit little-endian length and bytes, as the native helper reads them.</summary>
internal sealed class Message
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public Message Add(char tag, string text) => Add(tag, Encoding.UTF8.GetBytes(text));

    public Message Add(char tag, ReadOnlySpan<byte> value)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)tag;
        BinaryPrimitives.WriteUInt32LittleEndian(head[1..], (uint)value.Length);
        _bytes.Write(head);
        _bytes.Write(value);
        return this;
    }

    /// <summary>Adds a number by name.</summary>
    public Message Number(string name, long value) => Add('n', string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}
