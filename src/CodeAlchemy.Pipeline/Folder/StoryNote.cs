namespace CodeAlchemy.Pipeline.Folder;

/// <summary>Something seen while an input was worked on. It may differ from run to run, so it is not part of the dataset.</summary>
/// <param name="Strategy">Strategy that was at work, or <see langword="null"/>.</param>
/// <param name="Task">Task of the reject it belongs to, or <see langword="null"/>.</param>
/// <param name="Case">Case, or <see langword="null"/>.</param>
/// <param name="Kind"><c>evidence</c> for a reject, or the level of a log line.</param>
/// <param name="Text">What was seen.</param>
public sealed record StoryNote(string? Strategy, string? Task, string? Case, string Kind, string Text);
