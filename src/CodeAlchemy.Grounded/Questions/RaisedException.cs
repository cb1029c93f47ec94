namespace CodeAlchemy.Grounded.Questions;

/// <summary>An exception of a trace and what became of it.</summary>
/// <param name="Type">Type name.</param>
/// <param name="Message">Message, or <see langword="null"/> where it is not known.</param>
/// <param name="Line">Line on which it was raised.</param>
/// <param name="CaughtLine">Line on which it was caught; 0 when nothing caught it.</param>
public sealed record RaisedException(string Type, string? Message, int Line, int CaughtLine);
