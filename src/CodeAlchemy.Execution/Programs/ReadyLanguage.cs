using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>A language whose tool chain was found and whose own parts are built.</summary>
/// <param name="Language">The language.</param>
/// <param name="Version">Version of its tool chain; empty when it can't be told.</param>
/// <param name="Key">Hash of the plugin's content and all tool versions: what else a build depends on.</param>
/// <param name="Binds">Plugin folders, prepared parts and tool folders, as they are shown in the sandbox.</param>
internal sealed record ReadyLanguage(LanguageDefinition Language, string Version, string Key, ImmutableArray<SandboxBind> Binds);
