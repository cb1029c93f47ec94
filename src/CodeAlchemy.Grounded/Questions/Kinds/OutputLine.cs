namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>One line of standard output.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its text without the line end.</param>
/// <param name="Writer">The line of the main file that wrote all of it; 0 when the trace doesn't tell.</param>
/// <param name="Frame">Frame that wrote it; 0 when the trace doesn't tell.</param>
/// <param name="Sequence">Number of the event that wrote its first byte; 0 when the trace doesn't tell.</param>
public sealed record OutputLine(int Number, string Text, int Writer, int Frame, int Sequence);
