using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;
using CodeAlchemy.Manifests.Editing;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>The cases of programs.</summary>
internal sealed class CasesEditor(Installation installation)
    : YamlEditor(Path.Combine(installation.Options.Root, "docs", "tracing.md"), DocumentSchema.Cases)
{
    protected override ImmutableArray<Diagnostic> Check(DocumentInput document) => CasesReader.Read(document.Text, document.Path).Diagnostics;
}
