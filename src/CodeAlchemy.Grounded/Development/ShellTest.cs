using System.Text;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Writes a test script for a POSIX shell from executions. The script gets the command that starts the program as its arguments. Pure.</summary>
public static class ShellTest
{
    private const string Head = """
        #!/bin/sh
        # Usage: sh test.sh COMMAND [ARGUMENT...], where the command starts the program.
        failures=0
        folder=$(mktemp -d)
        trap 'rm -rf "$folder"' EXIT

        check() { # name, expected status, actual status
            if ! cmp -s "$folder/expected" "$folder/actual"; then
                echo "FAIL $1: wrong output"
                failures=$((failures + 1))
            elif [ "$2" -ne "$3" ]; then
                echo "FAIL $1: exit status $3 instead of $2"
                failures=$((failures + 1))
            else
                echo "ok $1"
            fi
        }

        """;

    /// <summary>The script; one check of output and exit status per execution.</summary>
    /// <param name="studies">Executions with plain output, an exit status and no files.</param>
    public static string Of(IEnumerable<CaseStudy> studies)
    {
        ArgumentNullException.ThrowIfNull(studies);
        var script = new StringBuilder(Head);
        foreach (var (study, number) in studies.Select((s, i) => (s, i + 1)))
        {
            var arguments = ShellWords.Join(study.Case.Arguments);
            var input = study.Input is { Length: > 0 } text ? $"printf '%s' {ShellWords.Join([text])} | " : "";
            var none = input.Length == 0 ? " </dev/null" : "";
            script.Append($"\nprintf '%s' {ShellWords.Join([study.Output!])} >\"$folder/expected\"\n")
                .Append($"{input}\"$@\"{(arguments.Length > 0 ? " " : "")}{arguments}{none} >\"$folder/actual\" 2>/dev/null\n")
                .Append($"check 'run {number}' {study.Trace.End.ExitCode} $?\n");
        }

        return script.Append("\n[ \"$failures\" -eq 0 ]\n").ToString();
    }
}
