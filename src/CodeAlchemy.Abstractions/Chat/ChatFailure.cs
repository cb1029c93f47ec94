namespace CodeAlchemy.Abstractions.Chat;

/// <summary>Why a request got no usable reply.</summary>
/// <param name="Reason">Id from <see cref="RejectReasons"/>.</param>
/// <param name="Detail">One sentence for a person, secrets out. It may differ from run to run.</param>
/// <param name="Raw">The raw reply where there was one (secrets out), for the reject's evidence; or <see langword="null"/>.</param>
public sealed record ChatFailure(string Reason, string Detail, string? Raw = null)
{
    /// <summary>
    /// Whether the model itself decided it (a refusal, an empty or a misshapen reply): it is recorded and not asked again on
    /// resume. Otherwise nothing was recorded and a later run asks again.
    /// </summary>
    public bool IsFinal { get; init; }

    /// <summary>Tokens that were used all the same, or <see langword="null"/> when the endpoint did not say.</summary>
    public ChatUsage? Usage { get; init; }
}
