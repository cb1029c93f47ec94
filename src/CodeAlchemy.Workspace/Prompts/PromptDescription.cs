using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Prompts;

/// <summary>A prompt template and where it comes from.</summary>
/// <param name="Name">Path below the folder of templates.</param>
/// <param name="Layer">Layer that serves it: manifest, project, user, built-in, or the plugin it comes with.</param>
/// <param name="File">Its file.</param>
/// <param name="Overrides">Files of the same path that it takes the place of.</param>
/// <param name="Sha256">Hash that provenance names; covers what it includes.</param>
/// <param name="Includes">Templates it reaches by <c>include</c>.</param>
/// <param name="Variables">Variables it reads, those of included templates too, without what it sets itself.</param>
/// <param name="Text">Its text.</param>
public sealed record PromptDescription(
    string Name,
    string Layer,
    string File,
    ImmutableArray<string> Overrides,
    string Sha256,
    ImmutableArray<string> Includes,
    ImmutableArray<string> Variables,
    string Text);
