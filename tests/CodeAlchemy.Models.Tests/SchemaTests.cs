using System.Text.Json;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Models.Structured;

namespace CodeAlchemy.Models.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", null)]
    [InlineData("""{"type":"string"}""", "1", "$ must be string, not number")]
    [InlineData("""{"type":["string","null"]}""", "null", null)]
    [InlineData("""{"type":"integer"}""", "1.0", null)]
    [InlineData("""{"type":"integer"}""", "1.5", "$ must be integer, not number")]
    [InlineData("""{"type":"boolean"}""", "\"true\"", "$ must be boolean, not string")]
    [InlineData("""{"enum":["a",2]}""", "2", null)]
    [InlineData("""{"enum":["a",2]}""", "\"b\"", "$ must be \"a\" or 2")]
    [InlineData("""{"const":{"a":1}}""", """{"a":1.0}""", null)]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":2}""", "[1]", "$ must have at least 2 items")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "[1,\"x\"]", "$[1] must be integer, not string")]
    [InlineData("""{"uniqueItems":true}""", "[1,2,1]", "$ must not hold an item twice")]
    [InlineData("""{"minLength":2}""", "\"😀\"", "$ must have at least 2 characters")]
    [InlineData("""{"maxLength":1}""", "\"😀\"", null)]
    [InlineData("""{"pattern":"^[a-z]+$"}""", "\"A\"", "$ must match the pattern ^[a-z]+$")]
    [InlineData("""{"minimum":0,"exclusiveMaximum":1}""", "1", "$ must be less than 1")]
    [InlineData("""{"multipleOf":0.1}""", "0.3", null)]
    [InlineData("""{"multipleOf":2}""", "3", "$ must be a multiple of 2")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "null", null)]
    [InlineData("""{"oneOf":[{"type":"number"},{"type":"integer"}]}""", "1", "$ fits 2 alternatives; it must fit exactly one")]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":2}]}""", "3", "$ must be at most 2")]
    [InlineData("""{"required":["a"]}""", "{}", "$ lacks 'a'")]
    [InlineData("""{"additionalProperties":{"type":"integer"}}""", """{"a":"x"}""", "$.a must be integer, not string")]
    [InlineData("""{"required":["a"],"additionalProperties":false}""", """{"a":1}""", "$.a is not allowed")]
    [InlineData("""{"$ref":"#/$defs/t","$defs":{"t":{"type":"object","properties":{"l":{"$ref":"#/$defs/t"},"v":{"type":"integer"}}}}}""", """{"l":{"l":{"v":"x"}}}""", "$.l.l.v must be integer, not string")]
    [InlineData("""{"$ref":"#/$defs/t","$defs":{"t":{"$ref":"#/$defs/t"}}}""", "1", "$ can't be checked: the schema refers to itself without end")]
    public void A_value_is_checked_and_the_fault_has_its_place(string schema, string value, string? error)
    {
        using var document = JsonDocument.Parse(value);
        var errors = CompiledSchema.For(new ReplySchema("s", schema)).Errors(document.RootElement);
        Assert.Equal(error is null ? [] : [error], errors);
    }

    [Theory]
    [InlineData("""{"type":"text"}""", "$.type: 'text' is not a type")]
    [InlineData("""{"format":"date"}""", "$.format: the keyword 'format' is not in the subset")]
    [InlineData("""{"items":[{}]}""", "$.items: a schema must be an object")]
    [InlineData("""{"$ref":"http://x/y"}""", "leads nowhere")]
    [InlineData("""{"pattern":"("}""", "$.pattern")]
    [InlineData("""{"minimum":"0"}""", "$.minimum: this must be a number")]
    [InlineData("""{"anyOf":[]}""", "$.anyOf: there must be at least one schema")]
    [InlineData("{", "is not valid JSON")]
    public void A_schema_outside_the_subset_is_refused_with_its_place(string schema, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => CompiledSchema.For(new ReplySchema("s", schema))).Message, StringComparison.Ordinal);
}
