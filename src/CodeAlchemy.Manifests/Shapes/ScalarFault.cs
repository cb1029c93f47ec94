using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>What is wrong with a scalar. Without a message it is of the wrong type.</summary>
internal sealed record ScalarFault(string Code, string? Message, string? Remedy = null, Suggestion? Suggestion = null)
{
    public static ScalarFault WrongType { get; } = new(DiagnosticCodes.WrongType, null);

    public static ScalarFault Bad(string message, string? remedy = null, Suggestion? suggestion = null) =>
        new(DiagnosticCodes.BadValue, message, remedy, suggestion);

    public static ScalarFault Range(string message) => new(DiagnosticCodes.OutOfRange, message);

    public static ScalarFault Path(string message, string? remedy = null) => new(DiagnosticCodes.BadPath, message, remedy);
}
