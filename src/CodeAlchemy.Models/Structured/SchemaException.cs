namespace CodeAlchemy.Models.Structured;

/// <summary>A schema outside the subset; the message says where and what.</summary>
internal sealed class SchemaException(string place, string message) : Exception($"{place}: {message}");
