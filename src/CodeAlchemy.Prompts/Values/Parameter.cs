namespace CodeAlchemy.Prompts.Values;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Name, for named arguments.</param>
/// <param name="Kind">What an argument is converted to.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="Default">What it is then.</param>
internal sealed record Parameter(string Name, ValueKind Kind = ValueKind.Any, bool IsOptional = false, object? Default = null)
{
    /// <summary>Whether it has a value when it is left out.</summary>
    public bool HasDefault => Default is not null;
}
