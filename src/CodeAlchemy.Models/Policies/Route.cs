using CodeAlchemy.Models.Requests;

namespace CodeAlchemy.Models.Policies;

/// <summary>A way to one endpoint.</summary>
/// <param name="Id">Address and model.</param>
/// <param name="Weight">Share of the requests.</param>
/// <param name="Handler">What asks it.</param>
/// <param name="Health">Whether it is worth asking.</param>
internal sealed record Route(string Id, double Weight, ICallHandler Handler, EndpointHealth Health);
