namespace CodeAlchemy.Abstractions;

/// <summary>
/// Turns one source file into rows and rejects. Implementations are created once per run and called from several
/// threads; they keep no state between calls. Everything they need comes through the workbench.
/// </summary>
public interface IStrategy
{
    /// <summary>Makes the outcomes of one file, in a stable order.</summary>
    /// <param name="source">The file.</param>
    /// <param name="workbench">All that the strategy may use, bound to this file and to the strategy's options.</param>
    /// <param name="cancellationToken">Stops the work; the host then forgets what was made of this file.</param>
    IAsyncEnumerable<Outcome> Transform(SourceFile source, IWorkbench workbench, CancellationToken cancellationToken);
}
