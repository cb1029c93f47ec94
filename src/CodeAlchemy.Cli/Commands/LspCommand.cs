using System.CommandLine;
using System.Runtime.InteropServices;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Cli.Commands;

/// <summary>
/// <c>codealchemy lsp</c>: the language server. It is a program of its own beside this one, which it replaces; so its standard streams
/// are the client's without anything in between.
/// </summary>
internal static partial class LspCommand
{
    public static Command Create()
    {
        var stdio = new Option<bool>("--stdio") { Description = "Speak over standard input and output, as it always does" };
        var command = new Command("lsp", "Start the language server for an editor (docs/lsp.md)") { stdio };
        command.SetAction(new Func<ParseResult, int>(Start));
        return command;
    }

    private static int Start(ParseResult parsed)
    {
        var server = Path.Combine(AppContext.BaseDirectory, "codealchemy-lsp");

        // It comes back only when it fails.
        _ = Execute(server, [server, null]);
        throw new ProblemException(new Problem(
            "no-language-server",
            $"the language server {server} can't be started: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}",
            "set the installation up again with ./codealchemy --help",
            ExitCode.Failure));
    }

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments);
}
