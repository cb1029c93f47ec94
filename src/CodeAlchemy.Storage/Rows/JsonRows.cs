using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeAlchemy.Storage.Rows;

/// <summary>How rows are written as JSON.</summary>
internal static class JsonRows
{
    private static readonly SearchValues<char> Surrogates =
        SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>Text stays readable; only what JSON demands is escaped.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text with halves of surrogate pairs replaced: they have no UTF-8.</summary>
    public static string Clean(string text) => text.AsSpan().IndexOfAny(Surrogates) < 0
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a text or null.</summary>
    public static void Text(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, Clean(text));
        }
    }
}
