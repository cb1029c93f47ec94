namespace CodeAlchemy.Abstractions;

/// <summary>Reasons for a reject or a filtered input that the host itself gives. Stable ids: they appear in ledgers.</summary>
public static class RejectReasons
{
    /// <summary>The file could not be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The file has no bytes, or only white space.</summary>
    public const string Empty = "empty";

    /// <summary>The file is larger than the size filter allows.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The file holds NUL bytes or is otherwise not text.</summary>
    public const string Binary = "binary";

    /// <summary>The bytes are not valid in the expected encoding.</summary>
    public const string Encoding = "encoding";

    /// <summary>No language plugin recognises the file.</summary>
    public const string UnknownLanguage = "unknown-language";

    /// <summary>The syntax tree holds errors.</summary>
    public const string SyntaxError = "syntax-error";

    /// <summary>Another input has the same content; the first one in corpus order is kept.</summary>
    public const string ExactDuplicate = "exact-duplicate";

    /// <summary>Runs of the same program and case disagreed.</summary>
    public const string Nondeterministic = "nondeterministic";

    /// <summary>The traced program behaved differently from the untraced one.</summary>
    public const string NotTransparent = "not-transparent";

    /// <summary>The tracer's records do not follow the wire format: the program wrote into them, or the tracer is broken.</summary>
    public const string MalformedTrace = "malformed-trace";

    /// <summary>The program waits for input that no case gives.</summary>
    public const string WaitsForInput = "waits-for-input";

    /// <summary>A run came so close to a limit that a repetition might decide otherwise.</summary>
    public const string NearLimit = "near-limit";

    /// <summary>The strategy found nothing in the source to make a row of.</summary>
    public const string NothingToAsk = "nothing-to-ask";

    /// <summary>The file is longer than the strategy puts into a question.</summary>
    public const string SourceTooLong = "source-too-long";

    /// <summary>The input or a file of the case is not plain text, so no question can show it.</summary>
    public const string UnreadableInput = "unreadable-input";

    /// <summary>A changed case makes no difference to what the program does.</summary>
    public const string SameBehaviour = "same-behaviour";

    /// <summary>A plugin threw.</summary>
    public const string PluginFailure = "plugin-failure";

    /// <summary>No endpoint of the model answered within the allowed attempts.</summary>
    public const string ModelUnavailable = "model-unavailable";

    /// <summary>The endpoint refused the request itself (a wrong key, an unknown model, a prompt that is too long); asking again does not help.</summary>
    public const string ModelRefused = "model-request-refused";

    /// <summary>The model declined to answer.</summary>
    public const string ModelRefusal = "model-refusal";

    /// <summary>The model answered with nothing.</summary>
    public const string EmptyReply = "empty-reply";

    /// <summary>The reply reached the limit of tokens and was cut.</summary>
    public const string ReplyCut = "reply-cut";

    /// <summary>The reply holds no code where code was asked for, or several pieces of which none is named.</summary>
    public const string NoCodeBlock = "no-code-block";

    /// <summary>What a model wrote does not parse.</summary>
    public const string DoesNotParse = "does-not-parse";

    /// <summary>What a model wrote does not run, or not the way it must.</summary>
    public const string DoesNotRun = "does-not-run";

    /// <summary>A rewritten program behaves differently from the original.</summary>
    public const string BehaviourChanged = "behaviour-changed";

    /// <summary>The answer a model gave is not what running the program shows.</summary>
    public const string WrongAnswer = "wrong-answer";

    /// <summary>The reply was larger than allowed and was cut off.</summary>
    public const string ReplyTooLarge = "reply-too-large";

    /// <summary>What the endpoint sent is not a chat completion.</summary>
    public const string MalformedReply = "malformed-reply";

    /// <summary>The reply does not hold to its schema, also after the model was asked to repair it.</summary>
    public const string SchemaMismatch = "schema-mismatch";

    /// <summary>The budget in tokens or money does not cover the request; it was not sent.</summary>
    public const string BudgetExhausted = "budget-exhausted";

    /// <summary>The request waits in a batch file for its result.</summary>
    public const string BatchPending = "batch-pending";

    /// <summary>A plan does not ask models unless it is told to.</summary>
    public const string NotAsked = "not-asked";

    /// <summary>
    /// Whether the reason says that an answer is still to come: nothing was decided about the row, and the run can be taken up again
    /// to ask once more.
    /// </summary>
    public static bool IsOpen(string reason) => reason is ModelUnavailable or MalformedReply or BatchPending;
}
