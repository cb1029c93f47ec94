namespace CodeAlchemy.Models.Replies;

/// <summary>The server put an error where a reply should be.</summary>
internal sealed class EndpointErrorException(string body) : Exception(body);
