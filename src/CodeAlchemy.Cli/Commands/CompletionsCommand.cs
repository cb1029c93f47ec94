using System.CommandLine;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Cli.Commands;

/// <summary><c>codealchemy completions SHELL</c>: a script that asks the tool itself, so that it never goes stale.</summary>
internal static class CompletionsCommand
{
    private const string Bash = """
        _codealchemy() {
          local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" IFS=$'\n'
          local rest="${line#*[[:space:]]}"
          COMPREPLY=( $("${COMP_WORDS[0]}" "[suggest:${#rest}]" "$rest" 2>/dev/null | grep -F -- "$word" | grep "^${word//[^a-zA-Z0-9_-]/.}") )
          [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=( $(compgen -f -- "$word") )
        }
        complete -o filenames -F _codealchemy codealchemy ./codealchemy
        """;

    private const string Zsh = """
        #compdef codealchemy
        _codealchemy() {
          local line="${BUFFER[1,CURSOR]}"
          local rest="${line#*[[:space:]]}"
          local -a found
          found=("${(@f)$(${words[1]} "[suggest:${#rest}]" "$rest" 2>/dev/null)}")
          [[ -n "${found[*]}" ]] && compadd -- "${found[@]}"
          _files
        }
        compdef _codealchemy codealchemy ./codealchemy
        """;

    private const string Fish = """
        function __codealchemy_complete
            set -l line (commandline -cp)
            set -l rest (string replace -r '^\S+\s+' '' -- "$line")
            set -l program (string split ' ' -- (commandline -cp))[1]
            $program "[suggest:"(string length -- "$rest")"]" "$rest" 2>/dev/null
        end
        complete -c codealchemy -a '(__codealchemy_complete)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName codealchemy -ScriptBlock {
          param($word, $ast, $cursor)
          $line = $ast.ToString()
          $rest = $line -replace '^\S+\s*', ''
          & $ast.CommandElements[0].Extent.Text "[suggest:$($rest.Length)]" "$rest" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completions", "Write a completion script for a shell") { shell };
        command.SetAction(result =>
        {
            Console.Out.WriteLine(result.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell });
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
