using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Pipeline.Folder;

/// <summary>Something that verification found.</summary>
/// <param name="Code">Stable id, for example <c>hash-differs</c>.</param>
/// <param name="Severity">Whether the dataset is wrong or only worth a look.</param>
/// <param name="Message">One sentence.</param>
/// <param name="File">File relative to the run folder.</param>
/// <param name="Line">Line in it, from 1; 0 for the whole file.</param>
public sealed record Finding(string Code, DiagnosticSeverity Severity, string Message, string File, long Line = 0);
