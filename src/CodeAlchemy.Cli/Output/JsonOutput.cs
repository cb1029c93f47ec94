using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeAlchemy.Cli.Output;

/// <summary>The one way in which commands write results as JSON: keys in camel case, names instead of numbers for choices.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>A value on one line.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
