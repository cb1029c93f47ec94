using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task The_server_says_what_it_can_and_that_it_is_ready()
    {
        using var folder = new Folder();
        await using var client = LspClient.Start();

        var result = await client.Ask("initialize", LspClient.Initialize(folder.Path, trusted: true, null));
        client.Tell("initialized", []);

        var abilities = result!["capabilities"]!;
        Assert.Equal("codealchemy", (string?)result["serverInfo"]!["name"]);
        Assert.Equal("utf-16", (string?)abilities["positionEncoding"]);
        Assert.Equal(2, (int)abilities["textDocumentSync"]!["change"]!);
        Assert.True((bool)abilities["hoverProvider"]!);
        Assert.Contains("codealchemy.trace", abilities["executeCommandProvider"]!["commands"]!.AsArray().Select(name => (string)name!));
        Assert.Null(abilities["diagnosticProvider"]);
        var status = await client.Heard("codealchemy/status", status => (string?)status["state"] != "starting");
        Assert.Equal(("ready", true), ((string)status["state"]!, (bool)status["trusted"]!));
    }

    [Fact]
    public async Task Requests_have_their_time()
    {
        using var folder = new Folder();
        await using var client = LspClient.Start();

        Assert.Equal(-32002, await client.Refused("textDocument/hover", LspClient.At("file:///x.py", 0, 0)));
        await client.Ask("initialize", LspClient.Initialize(folder.Path, trusted: true, null));
        Assert.Equal(-32600, await client.Refused("initialize", LspClient.Initialize(folder.Path, trusted: true, null)));
        Assert.Equal(-32601, await client.Refused("textDocument/rename", null));
        Assert.Equal(-32602, await client.Refused("textDocument/hover", new JsonObject { ["textDocument"] = 7 }));
        Assert.Equal(-32602, await client.Refused("textDocument/hover", LspClient.At("file:///not-open.py", 0, 0)));
        Assert.Null(await client.Ask("shutdown", null));
        Assert.Equal(-32600, await client.Refused("textDocument/hover", LspClient.At("file:///x.py", 0, 0)));
        client.Tell("exit", []);
        Assert.Equal(0, await client.Ended());
        Assert.Empty(client.Garbage);
    }

    [Fact]
    public async Task Documents_may_be_closed_and_opened_again_and_a_bad_notification_ends_nothing()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("again.py");
        for (var i = 0; i < 3; i++)
        {
            client.OpenDocument(uri, $"x = {i}\n");
            client.Tell("textDocument/didClose", LspClient.Document(uri));
        }

        client.Tell("window/workDoneProgress/cancel", []);
        client.Tell("textDocument/didChange", LspClient.Change(uri, 9, (0, 0, 0, 0, "y")));
        client.OpenDocument(uri, "def f():\n    return 1\n");

        Assert.Single((await client.Ask("textDocument/foldingRange", LspClient.Document(uri)))!.AsArray());
    }

    [Fact]
    public async Task A_client_that_hangs_up_ends_the_server()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);

        client.Hang();

        Assert.Equal(1, await client.Ended());
    }

    [Fact]
    public async Task A_client_whose_process_is_gone_ends_the_server_although_its_pipe_stays_open()
    {
        using var folder = new Folder();
        using var other = Process.Start(new ProcessStartInfo("sleep", "1000"))!;
        await using var client = LspClient.Start();
        var parameters = LspClient.Initialize(folder.Path, trusted: true, null);
        parameters["processId"] = other.Id;
        await client.Ask("initialize", parameters);

        other.Kill();
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await client.Ended());
    }

    [Fact]
    public async Task A_client_that_vanishes_in_the_middle_of_a_run_leaves_nothing_running()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var mark = $"m{Guid.NewGuid():n}";
        var uri = folder.Uri("endless.py");
        client.OpenDocument(uri, $"# {mark}\nimport time\nwhile True:\n    time.sleep(0.01)\n");
        var run = LspClient.Document(uri);
        run["arguments"] = new JsonArray(mark);
        client.Send("codealchemy/trace", run);
        await Until(() => Running(mark));

        client.Hang();
        await client.Ended();

        await Until(() => !Running(mark));
    }

    private static bool Running(string mark) => Directory.EnumerateDirectories("/proc").Any(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 600 && !condition(); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(condition());
    }
}
