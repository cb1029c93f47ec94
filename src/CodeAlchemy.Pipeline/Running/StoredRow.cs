using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>A row of a finished run, small enough to keep many in memory.</summary>
internal sealed record StoredRow(string File, long Line, UInt128 Hash)
{
    public static StoredRow Of(SampleRow row) => new(row.File, row.Line, HashOf(Encoding.UTF8.GetBytes(row.Json.GetRawText())));

    /// <summary>The first 128 bits of a SHA-256.</summary>
    public static UInt128 HashOf(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    public Finding Wrong(string code, string message) => new(code, DiagnosticSeverity.Error, message, File, Line);
}
