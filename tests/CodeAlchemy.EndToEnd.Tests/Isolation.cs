using System.Diagnostics;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>What a program that looks for secrets gets: nothing, whoever runs the tool.</summary>
public sealed class Isolation
{
    private const string PlainUser = "65534";

    private const string Thief = """
        import os, socket, sys

        def attempt(name, action):
            try:
                print("got", name, action())
            except BaseException as error:
                print("nothing", name)

        def read(path):
            with open(path, "rb") as file:
                return file.read()

        def connect(family, address):
            with socket.socket(family, socket.SOCK_STREAM) as s:
                s.settimeout(2)
                s.connect(address)
                return "connected"

        attempt("the root-only file", lambda: read(sys.argv[1]))
        attempt("the home of the user", lambda: os.listdir(sys.argv[2]))
        attempt("the shadow file", lambda: read("/etc/shadow"))
        attempt("the environment of process 1", lambda: read("/proc/1/environ"))
        attempt("the loopback of the host", lambda: connect(socket.AF_INET, ("127.0.0.1", int(sys.argv[3]))))
        attempt("an address outside", lambda: connect(socket.AF_INET, ("192.0.2.1", 80)))
        attempt("the environment of the host", lambda: os.environ["CODEALCHEMY_TEST_SECRET"])
        """;

    [Theory]
    [InlineData("exec", "strict")]
    [InlineData("exec", "standard")]
    [InlineData("trace", "strict")]
    public async Task A_thief_gets_nothing_when_the_tool_runs_as_root(string command, string isolation)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root");
        await CatchNothing(command, isolation, plain: false);
    }

    [Theory]
    [InlineData("exec")]
    [InlineData("trace")]
    public async Task A_thief_gets_nothing_when_the_tool_runs_as_a_plain_user(string command)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root to become a plain user");
        await CatchNothing(command, "standard", plain: true);
    }

    private static async Task CatchNothing(string command, string isolation, bool plain)
    {
        using var scratch = new Scratch();
        File.SetUnixFileMode(scratch.Folder, (UnixFileMode)0b111_101_101);
        var program = scratch.Write("thief.py", Thief);
        var secret = scratch.Write("secret", "root only");
        File.SetUnixFileMode(secret, UnixFileMode.UserRead);
        var home = Directory.CreateDirectory(scratch["home"]).FullName;
        File.SetUnixFileMode(home, (UnixFileMode)0b111_111_111);
        File.WriteAllText(Path.Combine(home, "diary"), "private");
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        string[] arguments = [command, program, "--isolation", isolation, "--", secret, home, $"{port}"];
        var output = await Start(arguments, home, plain);
        Assert.Contains("nothing the root-only file", output, StringComparison.Ordinal);
        Assert.Contains("nothing the environment of the host", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"got ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\ngot ", "\n" + output, StringComparison.Ordinal);
    }

    private static async Task<string> Start(string[] arguments, string home, bool plain)
    {
        var start = plain
            ? new ProcessStartInfo("setpriv", ["--reuid", PlainUser, "--regid", PlainUser, "--clear-groups", Tool.Executable, .. arguments])
            : new ProcessStartInfo(Tool.Executable, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["CODEALCHEMY_ROOT"] = Tool.Root;
        start.Environment["CODEALCHEMY_TEST_SECRET"] = "secret";
        start.Environment["HOME"] = home;
        start.Environment.Remove("CODEALCHEMY_CACHE_DIR");
        using var process = Process.Start(start)!;
        var stderr = process.StandardError.ReadToEndAsync();
        var stdout = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await stderr);
        return stdout;
    }
}
