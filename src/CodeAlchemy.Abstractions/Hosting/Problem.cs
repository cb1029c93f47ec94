namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>An expected failure: what happened, where, and what to do about it. A user sees this, never a stack trace.</summary>
/// <param name="Code">Stable id, for example <c>run-folder-busy</c>.</param>
/// <param name="Message">What happened, one sentence with the names involved.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Exit">Exit code it leads to.</param>
/// <param name="Location">Where, or <see langword="null"/>.</param>
public sealed record Problem(string Code, string Message, string Remedy, ExitCode Exit, TextLocation? Location = null);
