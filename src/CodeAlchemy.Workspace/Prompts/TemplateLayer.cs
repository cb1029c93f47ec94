namespace CodeAlchemy.Workspace.Prompts;

/// <summary>A folder of templates.</summary>
/// <param name="Name">What it is called: manifest, project, user, built-in, or the plugin it comes with.</param>
/// <param name="Folder">Absolute path; it need not exist.</param>
internal sealed record TemplateLayer(string Name, string Folder);
