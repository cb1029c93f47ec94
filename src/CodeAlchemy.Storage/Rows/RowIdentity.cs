using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Storage.Rows;

/// <summary>
/// Ids of rows and rejects: the first 128 bits of a SHA-256 over what determines the row, each part preceded by its length.
/// Equal inputs give equal ids on every machine; the path of the source does not matter.
/// </summary>
public static class RowIdentity
{
    /// <summary>The id of a sample.</summary>
    /// <param name="source">The source; its sidecar counts, because it says what a case is.</param>
    /// <param name="origin">Strategy, parameters and seed.</param>
    /// <param name="sample">The sample.</param>
    public static string Of(SourceFile source, RowOrigin origin, Sample sample)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(sample);
        string?[] parts =
        [
            "row/1", source.Sha256, source.Sidecar, sample.Case, origin.Strategy, origin.Version, sample.Task, Number(sample.Index),
            Templates(sample.Prompts), origin.Parameters, Number(origin.Seed),
        ];
        return Hash([.. parts, .. sample.Models.SelectMany(model => new[] { model.Role, model.Name, origin.Models.GetValueOrDefault(model.Role) })]);
    }

    /// <summary>The id of a reject.</summary>
    /// <param name="input">Path of the input and its position, which make it one of its kind.</param>
    /// <param name="ordinal">Position of the input in the corpus.</param>
    /// <param name="stage">Stage that gave it.</param>
    /// <param name="index">Position among the rejects of the input.</param>
    /// <param name="reason">Reason id.</param>
    public static string OfReject(string input, long ordinal, string stage, int index, string reason) =>
        Hash("reject/1", input, Number(ordinal), stage, Number(index), reason);

    private static string Templates(ImmutableArray<PromptReference> prompts) => string.Join(
        '\n', prompts.Select(p => p.Sha256 + " " + p.Template).Distinct().Order(StringComparer.Ordinal));

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Hash(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
