namespace CodeAlchemy.PluginHost;

/// <summary>A place plugins come from.</summary>
/// <param name="Name"><see cref="BuiltIn"/>, <see cref="User"/> or <see cref="Project"/>.</param>
/// <param name="Folder">Folder with <c>languages</c>, <c>strategies</c> and <c>evaluators</c> below it; need not exist.</param>
public sealed record PluginLayer(string Name, string Folder)
{
    /// <summary>Name of the layer of the tool itself, whose ids are not taken silently.</summary>
    public const string BuiltIn = "built-in";

    /// <summary>Name of the user's layer.</summary>
    public const string User = "user";

    /// <summary>Name of the project's layer.</summary>
    public const string Project = "project";
}
