using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;

namespace CodeAlchemy.Manifests.Plugins;

/// <summary>One program of a language's tool chain.</summary>
internal static class ToolShape
{
    private static readonly ObjectShape<(string? Apt, string? Words)> Install = new ObjectShape<(string? Apt, string? Words)>(() => (null, null))
        .Optional("apt", Scalars.Matching("^[a-z0-9][a-z0-9+.-]+$", "the name of a Debian package"), (i, v) => i with { Apt = v }, "Debian package that brings the program.")
        .Optional("words", Scalars.Line, (i, v) => i with { Words = v }, "What to do where no Debian package brings the program, as a sentence.");

    public static ObjectShape<ToolRequirement> Instance { get; } =
        new ObjectShape<ToolRequirement>(() => new ToolRequirement("", [], null, null))
            .Required("program", Scalars.Matching("^[A-Za-z0-9._+-]+$", "the plain name of a program"), (t, v) => t with { Program = v }, "Name looked up on the PATH.")
            .Optional("version", CommandShape.Instance, (t, v) => t with { VersionCommand = v }, "Command whose output holds the version.")
            .Optional("atLeast", Scalars.Matching(@"^\d+(\.\d+)*$", "a version such as 3.8"), (t, v) => t with { AtLeast = v }, "Oldest version that works.")
            .Optional("install", Install, (t, v) => t with { AptPackage = v.Apt, InstallWords = v.Words }, "How the program is installed.")
            .Optional("optional", Scalars.Boolean, (t, v) => t with { Optional = v }, "Whether the language works without it, with less.", false);
}
