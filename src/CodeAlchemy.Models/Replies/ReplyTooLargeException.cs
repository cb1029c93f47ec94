namespace CodeAlchemy.Models.Replies;

/// <summary>A reply went over the limit of bytes and was cut off.</summary>
internal sealed class ReplyTooLargeException(long limit) : IOException($"the reply is larger than {limit:N0} bytes");
