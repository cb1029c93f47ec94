namespace CodeAlchemy.Prompts.Parsing;

/// <summary>Leaves a statement that can't be read; what is wrong was reported already.</summary>
internal sealed class SyntaxException : Exception;
