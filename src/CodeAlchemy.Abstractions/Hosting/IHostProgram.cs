namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>
/// Starts trusted programs of this machine, such as git and compilers of plugins, with the rights of the user. What comes from a corpus
/// never goes here, it goes to the sandbox. Thread-safe.
/// </summary>
public interface IHostProgram
{
    /// <summary>Runs a program to its end, without input. Cancelling kills it with all its children.</summary>
    /// <exception cref="ProblemException">It is not there (exit 7), or takes longer than it may.</exception>
    Task<HostProgramResult> Run(HostProgramRequest request, CancellationToken cancellationToken);
}
