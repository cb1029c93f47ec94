namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>An instrumented source text that compiles. Its lines are those of the original.</summary>
/// <param name="Text">The text.</param>
/// <param name="Dropped">Insertions left out because the compiler objected to them.</param>
/// <param name="Notes">What a person should know, for example which functions are not traced.</param>
internal sealed record InstrumentedProgram(string Text, int Dropped, IReadOnlyList<string> Notes);
