namespace CodeAlchemy.DummyEndpoint;

/// <summary>A request that came.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The head, as it came.</param>
/// <param name="Body">The body.</param>
public sealed record SeenRequest(string Target, string Headers, string Body);
