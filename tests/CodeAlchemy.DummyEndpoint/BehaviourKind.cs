namespace CodeAlchemy.DummyEndpoint;

/// <summary>What the endpoint does with a request.</summary>
public enum BehaviourKind
{
    /// <summary>Answers with a chat completion, streamed when the request asks for it.</summary>
    Reply,

    /// <summary>Answers with the status and body given.</summary>
    Body,

    /// <summary>Answers with an HTML page and the status given.</summary>
    Html,

    /// <summary>Answers with half a completion and a matching length.</summary>
    TruncatedJson,

    /// <summary>Answers with a completion without choices.</summary>
    EmptyChoices,

    /// <summary>Answers with a refusal of the model.</summary>
    Refusal,

    /// <summary>Answers with a completion whose content has <see cref="Behaviour.Bytes"/> bytes.</summary>
    Huge,

    /// <summary>Streams without end.</summary>
    Endless,

    /// <summary>Announces more bytes than it sends, then closes.</summary>
    TooLongLength,

    /// <summary>Announces fewer bytes than the completion has.</summary>
    TooShortLength,

    /// <summary>Resets the connection without an answer.</summary>
    Reset,

    /// <summary>Resets the connection in the middle of the answer.</summary>
    ResetMidway,

    /// <summary>Sends the head and half of the answer, and then nothing more.</summary>
    Stall,

    /// <summary>Streams half of the reply and closes the connection in order.</summary>
    HalfStream,
}
