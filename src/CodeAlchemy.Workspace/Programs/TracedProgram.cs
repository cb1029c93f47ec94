using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Programs;

/// <summary>A source file and one traced run of it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Run">The run.</param>
public sealed record TracedProgram(SourceFile Source, TracedRun Run);
