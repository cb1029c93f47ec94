using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Filters;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>An input that is through: how it ended, and what is to be written.</summary>
internal sealed record InputRecord(InputResult Result, SourceFile? Source, Removal? Removal, IReadOnlyList<StrategyOutput> Outputs);
