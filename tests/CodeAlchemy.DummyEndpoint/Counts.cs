namespace CodeAlchemy.DummyEndpoint;

/// <summary>What the endpoint counted.</summary>
/// <param name="Requests">Requests that came.</param>
/// <param name="Distinct">Different bodies among them.</param>
/// <param name="Answered">Requests that were answered with a whole completion.</param>
/// <param name="AskedAfterAnswer">Requests whose body had been answered with a whole completion before.</param>
/// <param name="Throttled">Answers with status 429.</param>
/// <param name="Resets">Connections that were reset on purpose.</param>
/// <param name="MostAtOnce">Most requests at once.</param>
/// <param name="AtOnce">Requests at this moment.</param>
public sealed record Counts(int Requests, int Distinct, int Answered, int AskedAfterAnswer, int Throttled, int Resets, int MostAtOnce, int AtOnce);
