using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A template's text and the way from offsets to lines and columns.</summary>
internal sealed class TemplateSource(string path, string text)
{
    /// <summary>Path as users know it.</summary>
    public string Path { get; } = path;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The place of a range.</summary>
    public TextLocation Locate(int offset, int length = 0)
    {
        var before = Text.AsSpan(0, Math.Clamp(offset, 0, Text.Length));
        var line = before.Count('\n') + 1;
        return new TextLocation(Path, line, before.Length - before.LastIndexOf('\n'), length);
    }
}
