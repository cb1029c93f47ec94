using System.Text.Json;

namespace CodeAlchemy.Storage.Reviews;

/// <summary>What an index keeps of a reject.</summary>
/// <param name="Stage">Stage that gave it.</param>
/// <param name="Strategy">Strategy, or <see langword="null"/> for filters.</param>
/// <param name="Language">Language, or <see langword="null"/> when it was not recognised yet.</param>
/// <param name="Reason">Reason id.</param>
public readonly record struct RejectHead(string Stage, string? Strategy, string? Language, string Reason)
{
    /// <summary>Reads the head of a reject.</summary>
    /// <param name="line">A line of <c>rejects/</c>.</param>
    /// <param name="intern">Gives one instance of equal texts.</param>
    /// <exception cref="JsonException">It is not a reject.</exception>
    public static RejectHead Of(byte[] line, Func<string, string> intern)
    {
        ArgumentNullException.ThrowIfNull(intern);
        using var document = JsonDocument.Parse(line);
        string? Text(string name) => document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? intern(value.GetString()!) : null;
        return new RejectHead(
            Text("stage") ?? throw new JsonException("The reject lacks its stage."), Text("strategy"), Text("language"),
            Text("reason") ?? throw new JsonException("The reject lacks its reason."));
    }
}
