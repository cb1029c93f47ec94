namespace CodeAlchemy.Prompts.Editing;

/// <summary>A word of a template's code. Offsets are UTF-16 code units.</summary>
/// <param name="Path">The word with what stands before its dots: <c>string.upcase</c>; of an include the path of the template.</param>
/// <param name="IsInclude">Whether it is the path of an include.</param>
/// <param name="Start">Offset.</param>
/// <param name="Length">Code units it covers.</param>
public sealed record TemplateWord(string Path, bool IsInclude, int Start, int Length);
