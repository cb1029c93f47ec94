namespace CodeAlchemy.Execution.Programs;

/// <summary>Something built and kept in the cache.</summary>
/// <param name="Folder">Absolute path of what was built.</param>
/// <param name="Failure">Why it could not be built; <see langword="null"/> when it could.</param>
internal sealed record Artifact(string Folder, BuildFailure? Failure);
