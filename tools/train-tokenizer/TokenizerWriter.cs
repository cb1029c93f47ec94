using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CodeAlchemy.Text.Tokens;

namespace CodeAlchemy.TrainTokenizer;

/// <summary>Writes merges as a <c>tokenizer.json</c> of Hugging Face.</summary>
internal static class TokenizerWriter
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(IReadOnlyList<(int Left, int Right)> merges)
    {
        var spellings = Enumerable.Range(0, 256).Select(value => ByteAlphabet.Of((byte)value).ToString()).ToList();
        foreach (var (left, right) in merges)
        {
            spellings.Add(spellings[left] + spellings[right]);
        }

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, spellings, merges);
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, List<string> spellings, IReadOnlyList<(int Left, int Right)> merges)
    {
        json.WriteStartObject();
        json.WriteString("version", "1.0");
        json.WriteNull("truncation");
        json.WriteNull("padding");
        json.WriteStartArray("added_tokens");
        json.WriteEndArray();
        json.WriteNull("normalizer");
        json.WritePropertyName("pre_tokenizer");
        json.WriteRawValue($$"""{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":{{JsonSerializer.Serialize(Words.Pattern)}}},"behavior":"Isolated","invert":false},{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}]}""");
        json.WriteNull("post_processor");
        json.WritePropertyName("decoder");
        json.WriteRawValue("""{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true}""");
        json.WriteStartObject("model");
        json.WriteString("type", "BPE");
        json.WriteNull("dropout");
        json.WriteNull("unk_token");
        json.WriteNull("continuing_subword_prefix");
        json.WriteNull("end_of_word_suffix");
        json.WriteBoolean("fuse_unk", false);
        json.WriteBoolean("byte_fallback", false);
        json.WriteBoolean("ignore_merges", false);
        json.WriteStartObject("vocab");
        foreach (var (id, spelling) in spellings.Index())
        {
            json.WriteNumber(spelling, id);
        }

        json.WriteEndObject();
        json.WriteStartArray("merges");
        foreach (var (left, right) in merges)
        {
            json.WriteStringValue($"{spellings[left]} {spellings[right]}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
