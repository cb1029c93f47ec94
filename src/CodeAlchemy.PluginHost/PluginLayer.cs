namespace CodeAlchemy.PluginHost;

/// <summary>A place plugins come from.</summary>
/// <param name="Name"><c>built-in</c>, <c>user</c> or <c>project</c>.</param>
/// <param name="Folder">Folder with <c>languages</c>, <c>strategies</c> and <c>evaluators</c> below it; need not exist.</param>
public sealed record PluginLayer(string Name, string Folder);
