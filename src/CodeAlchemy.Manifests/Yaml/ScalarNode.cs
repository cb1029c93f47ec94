using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>A scalar. Only a plain one may mean something else than text.</summary>
internal sealed class ScalarNode(string text, bool isPlain, TextLocation location) : Node(location)
{
    public string Text { get; } = text;

    public bool IsPlain { get; } = isPlain;

    public override bool IsNull => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    public override string Kind =>
        IsNull ? "empty" : TryBoolean(out _) ? "true or false" : TryNumber(out _) ? "a number" : "text";

    public bool TryBoolean(out bool value)
    {
        value = Text is "true" or "True" or "TRUE";
        return IsPlain && (value || Text is "false" or "False" or "FALSE");
    }

    public bool TryInteger(out long value)
    {
        value = 0;
        return IsPlain && Numbers.TryInteger(Text, out value);
    }

    public bool TryNumber(out double value)
    {
        value = 0;
        return IsPlain && Numbers.TryNumber(Text, out value);
    }
}
