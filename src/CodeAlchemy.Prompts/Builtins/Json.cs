using System.Text;
using System.Text.Json;
using CodeAlchemy.Prompts.Values;

namespace CodeAlchemy.Prompts.Builtins;

/// <summary>Values as JSON and back. Numbers that are read are decimals, as in Scriban.</summary>
internal static class Json
{
    private const int DeepestNesting = 20;

    public static object? Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    public static string Write(BuiltinCall call, object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(call, writer, value, 1);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static object? Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return new ListValue(element.EnumerateArray().Select(Read));
            case JsonValueKind.Object:
                var result = new ObjectValue();
                foreach (var member in element.EnumerateObject())
                {
                    result.TrySet(member.Name, Read(member.Value));
                }

                return result;
            case JsonValueKind.Number:
                return element.GetDecimal();
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    private static void Write(BuiltinCall call, Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw call.Error($"The value is nested deeper than {DeepestNesting} levels or holds itself.", "Write its members one by one.");
        }

        call.Context.Step(call.Span);
        call.Context.CheckLength(writer.BytesPending + writer.BytesCommitted, call.Span);
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case char c:
                writer.WriteStringValue(c.ToString());
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case ListValue or RangeValue:
                WriteList(call, writer, (IEnumerable<object?>)value, depth);
                break;
            case ObjectValue members and not BuiltinObject:
                WriteObject(call, writer, members, depth);
                break;
            default:
                WriteNumber(call, writer, value);
                break;
        }
    }

    private static void WriteNumber(BuiltinCall call, Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case int or long:
                writer.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            default:
                throw call.Unsupported($"{Names.Describe(value)} can't be written as JSON.", "Convert it to a text first.");
        }
    }

    private static void WriteList(BuiltinCall call, Utf8JsonWriter writer, IEnumerable<object?> items, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(call, writer, item, depth + 1);
        }

        writer.WriteEndArray();
    }

    private static void WriteObject(BuiltinCall call, Utf8JsonWriter writer, ObjectValue members, int depth)
    {
        writer.WriteStartObject();
        foreach (var name in members.Names)
        {
            writer.WritePropertyName(name);
            Write(call, writer, members.Get(name), depth + 1);
        }

        writer.WriteEndObject();
    }
}
