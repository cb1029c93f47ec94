using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>Puts the insertions of a plugin into a source text. Thread-safe.</summary>
internal interface IInstrumenter
{
    /// <summary>
    /// Instruments a source text and compiles it through the callback, dropping insertions the compiler objects to, until
    /// it compiles or the tracer's rounds are used up.
    /// </summary>
    /// <param name="language">The language; its folder holds the query file.</param>
    /// <param name="tracer">The tracer; its <see cref="TracerDefinition.Instrument"/> is set.</param>
    /// <param name="sourceText">The program.</param>
    /// <param name="compile">Compiles one instrumented text with the tracer's own commands. Where the tracer has none it always succeeds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The last text that compiled; <see langword="null"/> when this tracer can't serve the program.</returns>
    ValueTask<InstrumentedProgram?> Instrument(
        LanguageDefinition language,
        TracerDefinition tracer,
        string sourceText,
        Func<string, CancellationToken, ValueTask<CompileAttempt>> compile,
        CancellationToken cancellationToken);
}
