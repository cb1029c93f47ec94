using System.Collections.Immutable;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>The key or scalar at an offset of a document.</summary>
/// <param name="Path">Keys and indexes that lead there, its own included: <c>strategies</c>, <c>0</c>, <c>code-trace</c>.</param>
/// <param name="IsKey">Whether it is a key.</param>
/// <param name="Text">What it stands for.</param>
/// <param name="Start">Offset in UTF-16 code units.</param>
/// <param name="Length">Code units it covers, quotes included.</param>
/// <param name="IsPath">Whether the schema calls it a path.</param>
public sealed record DocumentPlace(ImmutableArray<string> Path, bool IsKey, string Text, int Start, int Length, bool IsPath);
