using System.Text;
using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>What comes is not always a message.</summary>
public sealed class FrameTests
{
    [Fact]
    public async Task Garbage_is_told_once_and_the_next_message_is_taken()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);

        client.Write("GET / HTTP/1.1\r\nHost: x\r\n\r\nmore\r\n\r\n"u8.ToArray());
        Assert.Equal(-32700, await client.Complaint());
        client.Write("Content-Length: many\r\n\r\n"u8.ToArray());

        Assert.Equal(-32601, await client.Refused("no/such", null));
    }

    [Theory]
    [InlineData("{\"jsonrpc\": \"2.0\", \"method\": ", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("17", -32600)]
    [InlineData("{\"jsonrpc\": \"2.0\"}", -32600)]
    [InlineData("\u0000\u0001", -32700)]
    public async Task A_frame_without_a_message_in_it_is_an_error_without_an_id(string body, int code)
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);

        client.Write(Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

        Assert.Equal(code, await client.Complaint());
        Assert.Equal(-32601, await client.Refused("no/such", null));
    }

    [Fact]
    public async Task Messages_may_come_in_any_pieces()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var first = client.Prepare("no/such", null);
        var second = client.Prepare("no/such", null);
        var third = client.Prepare("no/such", null);

        foreach (var b in LspClient.Frame(first.Message))
        {
            client.Write([b]);
        }

        client.Write([.. LspClient.Frame(second.Message), .. LspClient.Frame(third.Message)]);

        foreach (var reply in new[] { first.Reply, second.Reply, third.Reply })
        {
            Assert.Equal(-32601, (int)(await reply)["error"]!["code"]!);
        }
    }

    [Fact]
    public async Task Headers_are_taken_in_any_spelling_and_with_others_beside_them()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var request = client.Prepare("no/such", null);
        var body = request.Message.ToJsonString();

        client.Write(Encoding.UTF8.GetBytes($"content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:{Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

        Assert.Equal(-32601, (int)(await request.Reply)["error"]!["code"]!);
    }

    [Fact]
    public async Task A_message_above_the_limit_is_skipped_and_one_below_is_taken()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("large.py");
        var text = string.Concat(Enumerable.Repeat("x = 1  # 😀\n", 400_000)) + "print(x + 41)\n";

        client.OpenDocument(folder.Uri("huge.py"), new string('x', 70 << 20));
        Assert.Equal(-32600, await client.Complaint());
        client.OpenDocument(uri, text);

        var folds = await client.Ask("textDocument/foldingRange", LspClient.Document(uri));
        Assert.Empty(folds!.AsArray());
    }

    [Fact]
    public async Task An_id_may_be_a_string_and_comes_back_as_it_was()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);

        client.Write(LspClient.Frame(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = "seven", ["method"] = "no/such" }));

        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var reply = await client.Complaints.Reader.ReadAsync(stop.Token);
        Assert.Equal("seven", (string?)reply["id"]);
    }
}
