using System.Collections.Immutable;

namespace CodeAlchemy.Manifests.Plugins;

/// <summary>How lines are counted.</summary>
internal sealed record LineCounter(ImmutableArray<ImmutableArray<string>> Compile, ImmutableArray<string> Command);
