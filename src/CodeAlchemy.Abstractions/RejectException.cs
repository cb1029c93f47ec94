namespace CodeAlchemy.Abstractions;

/// <summary>
/// Thrown by a workbench when this one source can't be served (its cases are not valid, a part of its language's plugin is
/// broken). The host makes a reject of it and goes on with the next source; a strategy lets it pass.
/// </summary>
public sealed class RejectException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Reason id, see <see cref="Reject.Reason"/>.</param>
    /// <param name="detail">One stable sentence, see <see cref="Reject.Detail"/>.</param>
    /// <param name="inner">What caused it, or <see langword="null"/>.</param>
    public RejectException(string reason, string detail, Exception? inner = null)
        : base(detail, inner) => Reason = reason;

    /// <summary>Reason id.</summary>
    public string Reason { get; }
}
