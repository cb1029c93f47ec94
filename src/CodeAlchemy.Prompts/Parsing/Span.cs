using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A range of a template. Lines and columns are counted only when somebody asks.</summary>
internal readonly record struct Span(TemplateSource Source, int Offset, int Length)
{
    /// <summary>The place for a message.</summary>
    public TextLocation Location => Source.Locate(Offset, Length);

    /// <summary>The text as it is written, shortened for a message.</summary>
    public string Text
    {
        get
        {
            var end = Math.Min(Offset + Length, Source.Text.Length);
            var text = Offset < end ? Source.Text[Offset..end] : string.Empty;
            text = text.ReplaceLineEndings(" ");
            return text.Length <= 60 ? text : text[..57] + "…";
        }
    }

    /// <summary>From the start of this one to the end of another.</summary>
    public Span To(Span other) => this with { Length = Math.Max(Length, other.Offset + other.Length - Offset) };
}
