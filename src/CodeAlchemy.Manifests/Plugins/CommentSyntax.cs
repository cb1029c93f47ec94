namespace CodeAlchemy.Manifests.Plugins;

/// <summary>How comments are written.</summary>
internal sealed record CommentSyntax(string? Line, (string Start, string End)? Block);
