namespace CodeAlchemy.Manifests.Editing;

/// <summary>A change of a document's text.</summary>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Code units that go.</param>
/// <param name="Text">What comes in their place.</param>
public sealed record DocumentEdit(int Start, int Length, string Text);
