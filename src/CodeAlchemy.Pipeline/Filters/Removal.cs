using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Filters;

/// <summary>Why an input ends before the strategies.</summary>
internal sealed record Removal(string Stage, InputFate Fate, string Reason, string Detail, string? Evidence = null);
