namespace CodeAlchemy.Models.Endpoints;

/// <summary>What one attempt means for those who decide what comes next.</summary>
internal enum AttemptKind
{
    /// <summary>The endpoint answered; the outcome stands, be it a reply or a failure.</summary>
    Answered,

    /// <summary>The endpoint wants fewer requests.</summary>
    Throttled,

    /// <summary>The network or the server failed; another attempt may do better.</summary>
    Fault,

    /// <summary>Like <see cref="Fault"/>, and a sign of too much load.</summary>
    Overload,

    /// <summary>The endpoint refuses this request; asking again does not help.</summary>
    Refused,

    /// <summary>Nothing was sent: the budget does not cover it.</summary>
    Unsent,
}
