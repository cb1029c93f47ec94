using System.CommandLine;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Programs;

namespace CodeAlchemy.Cli.Commands;

/// <summary>Arguments and options of the commands that run one program.</summary>
internal sealed class ProgramOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "The program" };
    private readonly Argument<string[]> _arguments = new("ARGS")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Arguments of the program, after --",
    };

    private readonly Option<string?> _stdin = new("--stdin") { Description = "File given to the program as standard input", HelpName = "FILE" };
    private readonly Option<string?> _language = new("--language") { Description = "Language plugin; by default told from the name", HelpName = "ID" };
    private readonly Option<string?> _case = new("--case") { Description = "Case of FILE.cases.yaml to run", HelpName = "NAME" };
    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "Seconds of processor time; three times as many of wall-clock time",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<int> _memory = new("--memory") { Description = "Memory in MiB", HelpName = "MIB", DefaultValueFactory = _ => 512 };
    private readonly Option<IsolationLevel> _isolation = CommandSupport.IsolationOption();

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        command.Arguments.Add(_arguments);
        foreach (Option option in new Option[] { _stdin, _case, _language, _timeout, _memory, _isolation })
        {
            command.Options.Add(option);
        }
    }

    public ProgramRequest Read(ParseResult parsed) => new()
    {
        File = parsed.GetValue(_file)!,
        Arguments = [.. parsed.GetValue(_arguments) ?? []],
        Stdin = parsed.GetValue(_stdin),
        Case = parsed.GetValue(_case),
        Language = parsed.GetValue(_language),
        Options = new ExecutionOptions
        {
            Isolation = parsed.GetValue(_isolation),
            Limits = new SandboxLimits
            {
                Processor = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
                Wall = TimeSpan.FromSeconds(parsed.GetValue(_timeout) * 3),
                Memory = (long)parsed.GetValue(_memory) << 20,
            },
        },
    };
}
