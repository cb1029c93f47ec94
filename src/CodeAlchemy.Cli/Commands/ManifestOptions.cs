using System.CommandLine;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Cli.Commands;

/// <summary>Arguments and options of the commands that read a manifest.</summary>
internal sealed class ManifestOptions
{
    private readonly Argument<string> _manifest = new("MANIFEST") { Description = "The manifest (YAML)" };
    private readonly Option<string[]> _set = new("--set") { Description = "Override a key of the manifest; may be repeated", HelpName = "KEY=VALUE" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Run folder, in place of output.path", HelpName = "DIR" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_manifest);
        command.Options.Add(_set);
        command.Options.Add(_output);
    }

    public string File(ParseResult parsed) => parsed.GetValue(_manifest)!;

    public ManifestRequest Read(ParseResult parsed) => new()
    {
        File = File(parsed),
        Overrides = [.. parsed.GetValue(_set) ?? []],
        Output = parsed.GetValue(_output),
    };
}
