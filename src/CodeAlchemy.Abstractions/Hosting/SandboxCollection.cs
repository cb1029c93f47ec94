using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>
/// Which files of the working directory are brought to the host when everything of a run is gone: regular files of the folder
/// itself, without following links.
/// </summary>
/// <param name="Patterns">Names with the wildcards of a shell; none holds a <c>/</c>.</param>
/// <param name="Folder">Host folder that receives them.</param>
/// <param name="Files">Most files.</param>
/// <param name="Bytes">Most bytes of all files together.</param>
public sealed record SandboxCollection(ImmutableArray<string> Patterns, string Folder, int Files, long Bytes);
