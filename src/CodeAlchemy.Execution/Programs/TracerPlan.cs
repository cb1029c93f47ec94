using System.Collections.Immutable;

namespace CodeAlchemy.Execution.Programs;

/// <summary>A tracer that can serve a program, built and ready to run.</summary>
/// <param name="Name">What the header calls it: the plugin's version, and the mechanism when it is not the first.</param>
/// <param name="Command">The plugin's command.</param>
/// <param name="Text">Content of the program's file inside.</param>
/// <param name="Built">Folder shown as <c>/out</c>, or <see langword="null"/>.</param>
/// <param name="Notes">What a person should know.</param>
internal sealed record TracerPlan(
    string Name, ImmutableArray<string> Command, string Text, string? Built, ImmutableArray<string> Notes);
