namespace CodeAlchemy.Prompts.Editing;

/// <summary>A place of a template. Offsets are UTF-16 code units.</summary>
/// <param name="Kind">What may be written there.</param>
/// <param name="Start">Offset of the word there.</param>
/// <param name="Length">Code units of the word, also those behind the cursor.</param>
/// <param name="Target">For a member what stands before the dot, <c>string</c> or <c>source.origin</c>; else empty.</param>
public sealed record TemplatePlace(TemplatePlaceKind Kind, int Start, int Length, string Target = "");
