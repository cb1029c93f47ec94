namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Carries a <see cref="Problem"/> up to the edge of the tool.</summary>
public sealed class ProblemException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problem">The failure.</param>
    /// <param name="inner">What caused it, or <see langword="null"/>.</param>
    public ProblemException(Problem problem, Exception? inner = null)
        : base(problem?.Message, inner)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>The failure.</summary>
    public Problem Problem { get; }
}
