using System.Collections.Immutable;

namespace CodeAlchemy.Execution.Programs.Resident;

/// <summary>What a compile server says to one job.</summary>
/// <param name="Status">0: compiled; 1: the compiler refused the text; anything else: it can't do this job.</param>
/// <param name="Messages">What the compiler said, UTF-8.</param>
/// <param name="Files">What it made: path relative to the output folder → content.</param>
internal sealed record CompileReply(int Status, byte[] Messages, ImmutableArray<(string Path, byte[] Content)> Files);
