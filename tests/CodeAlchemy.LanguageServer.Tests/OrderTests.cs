using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.LanguageServer.Documents;
using CodeAlchemy.LanguageServer.Protocol;

namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>Edits, cancellation and answers out of order.</summary>
public sealed class OrderTests
{
    private const string Endless = "while True:\n    pass\n";

    [Fact]
    public async Task A_request_that_is_cancelled_says_so_and_the_next_one_works()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("endless.py");
        client.OpenDocument(uri, Endless);
        var (id, reply) = client.Send("codealchemy/trace", LspClient.Document(uri));
        await client.Ask("textDocument/foldingRange", LspClient.Document(uri));

        client.Tell("$/cancelRequest", new JsonObject { ["id"] = id });

        Assert.Equal(-32800, (int)(await reply)["error"]!["code"]!);
        client.Edit(uri, 2, (0, 0, 2, 0, "print(1)\n"));
        Assert.Equal("1\n", (string?)(await client.Ask("codealchemy/trace", LspClient.Document(uri)))!["stdout"]);
    }

    [Fact]
    public async Task What_is_quick_is_answered_while_a_program_runs()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("endless.py");
        client.OpenDocument(uri, Endless);
        var (slow, reply) = client.Send("codealchemy/trace", LspClient.Document(uri));

        await client.Ask("textDocument/foldingRange", LspClient.Document(uri));
        await client.Ask("textDocument/codeLens", LspClient.Document(uri));

        Assert.DoesNotContain(slow, client.Answered);
        client.Tell("$/cancelRequest", new JsonObject { ["id"] = slow });
        await reply;
        client.Tell("$/cancelRequest", new JsonObject { ["id"] = slow });
        client.Tell("$/cancelRequest", new JsonObject { ["id"] = 4711 });
        await client.Ask("textDocument/codeLens", LspClient.Document(uri));
    }

    [Fact]
    public async Task The_client_can_cancel_progress_that_the_server_began()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(
            folder.Path, capabilities: new JsonObject { ["window"] = new JsonObject { ["workDoneProgress"] = true } });
        var uri = folder.Uri("endless.py");
        client.OpenDocument(uri, Endless);
        var (_, reply) = client.Send("codealchemy/trace", LspClient.Document(uri));

        var begun = await client.Heard("$/progress", p => (string?)p["value"]!["kind"] == "begin");
        Assert.True((bool)begun["value"]!["cancellable"]!);
        client.Tell("window/workDoneProgress/cancel", new JsonObject { ["token"] = begun["token"]!.DeepClone() });

        Assert.Equal(-32800, (int)(await reply)["error"]!["code"]!);
        await client.Heard("$/progress", p => (string?)p["value"]!["kind"] == "end");
    }

    [Fact]
    public async Task A_list_comes_in_parts_to_a_client_that_asks_for_them()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("many.py");
        client.OpenDocument(uri, string.Concat(Enumerable.Range(0, 300).Select(i => $"def f{i}():\n    return {i}\n")));
        var whole = (await client.Ask("textDocument/codeLens", LspClient.Document(uri)))!.AsArray();
        var parameters = LspClient.Document(uri);
        parameters["partialResultToken"] = "parts";

        var (_, reply) = client.Send("textDocument/codeLens", parameters);

        var items = new JsonArray();
        var parts = 0;
        while (items.Count < whole.Count)
        {
            var part = (await client.Heard("$/progress", p => (string?)p["token"] == "parts"))["value"]!.AsArray();
            parts++;
            foreach (var item in part)
            {
                items.Add(item!.DeepClone());
            }
        }

        Assert.Empty((await reply)["result"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(whole, items));
        Assert.InRange(parts, 2, whole.Count / 100);
    }

    [Fact]
    public async Task An_edit_makes_a_read_stale_but_not_a_run()
    {
        using var folder = new Folder();
        await using var client = LspClient.Start();
        var uri = folder.Uri("a.py");
        var start = client.Prepare("initialize", LspClient.Initialize(folder.Path, trusted: true, null));
        var lens = client.Prepare("textDocument/codeLens", LspClient.Document(uri));
        var trace = client.Prepare("codealchemy/trace", LspClient.Document(uri));
        client.Write(LspClient.Frame(start.Message));
        await start.Reply;

        // In one piece, while the server still looks for its plugins.
        client.Write(
        [
            .. LspClient.Frame(LspClient.Notification("textDocument/didOpen", new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "python", ["version"] = 1, ["text"] = "print('before')\n" },
            })),
            .. LspClient.Frame(lens.Message),
            .. LspClient.Frame(trace.Message),
            .. LspClient.Frame(LspClient.Notification("textDocument/didChange", LspClient.Change(uri, 2, (0, 7, 0, 13, "after")))),
        ]);

        Assert.Equal(-32801, (int)(await lens.Reply)["error"]!["code"]!);
        var info = (await trace.Reply)["result"]!;
        Assert.Equal(("before\n", 1), ((string)info["stdout"]!, (int)info["version"]!));
        Assert.Empty(await client.Inlays(uri));
    }

    [Fact]
    public async Task Two_thousand_edits_leave_the_text_that_the_client_has()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("edits.py");
        var random = new Random(7);
        var lines = Enumerable.Range(0, 300).Select(i => $"# {i} 😀é").ToList();
        client.OpenDocument(uri, string.Join('\n', lines) + "\nimport sys; print(hash_of(__file__))\n");

        for (var version = 2; version < 2002; version++)
        {
            var line = random.Next(300);
            var word = random.Next(3) switch { 0 => "𝒳", 1 => "word", _ => "" };
            var from = random.Next(2) == 0 ? 2 : lines[line].Length;
            lines[line] = lines[line][..from] + word + lines[line][from..];
            client.Edit(uri, version, (line, from, line, from, word));
        }

        // The program reads its own text, which is what the server has.
        client.Edit(uri, 2002, (300, 0, 301, 0, "print(open(__file__, encoding='utf-8').read(), end='')\n"));
        var info = await client.Ask("codealchemy/trace", LspClient.Document(uri));
        Assert.Equal(string.Join('\n', lines) + "\nprint(open(__file__, encoding='utf-8').read(), end='')\n", (string?)info!["stdout"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_edits_in_both_encodings_give_what_the_same_edits_give_on_runes(bool utf8)
    {
        var encoding = utf8 ? PositionEncoding.Utf8 : PositionEncoding.Utf16;
        var random = new Random(42);
        string[] pieces = ["a", "é", "😀", "\n", "\r\n", "\r", "", "xyz", "漢字\n"];
        var expected = "one\r\ntwo 😀\n\nfour";
        var document = new Document("file:///x", "x", 1, expected, encoding);
        for (var i = 0; i < 3000; i++)
        {
            var (from, to) = (Boundary(expected, random), Boundary(expected, random));
            (from, to) = (Math.Min(from, to), Math.Max(from, to));
            if (to - from > 6)
            {
                to = from;
            }

            var range = new Protocol.Range(Place(expected, from, encoding), Place(expected, to, encoding));
            var piece = pieces[random.Next(pieces.Length)];
            expected = expected[..from] + piece + expected[to..];
            document = document.With(i, [new ContentChange(piece, range)]);
            Assert.Equal(expected, document.Text);
            var at = Boundary(expected, random);
            Assert.Equal(Place(expected, at, encoding), document.Lines.PositionOf(at));
        }
    }

    [Fact]
    public void Positions_outside_the_text_are_taken_to_the_nearest_inside()
    {
        var document = new Document("file:///x", "x", 1, "ab\r\ncd", PositionEncoding.Utf16);

        Assert.Equal(2, document.Lines.OffsetOf(new Position(0, 99)));
        Assert.Equal(6, document.Lines.OffsetOf(new Position(99, 0)));
        Assert.Equal(0, document.Lines.OffsetOf(new Position(-1, 5)));
        Assert.Equal("abX\r\ncd", document.With(2, [new ContentChange("X", new Protocol.Range(new Position(0, 50), new Position(0, 60)))]).Text);
    }

    [Fact]
    public async Task Columns_count_bytes_for_a_client_that_wants_them()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path, capabilities: new JsonObject
        {
            ["general"] = new JsonObject { ["positionEncodings"] = new JsonArray("utf-8") },
        });
        var uri = folder.Uri("a.py");
        client.OpenDocument(uri, "word = '😀'\n");
        client.Edit(uri, 2, (0, 13, 0, 13, " + 'é'"), (0, 19, 0, 19, "x"));

        await client.Ask("codealchemy/trace", LspClient.Document(uri));

        Assert.Equal("word = '😀éx'", (await client.Inlays(uri))[0]);
    }

    // A place between two characters that is not inside a line end.
    private static int Boundary(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        while (at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || (text[at] == '\n' && text[at - 1] == '\r')))
        {
            at--;
        }

        return at;
    }

    private static Position Place(string text, int at, PositionEncoding encoding)
    {
        var line = 0;
        var start = 0;
        for (var i = 0; i < at; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                line++;
                start = i + 1;
            }
        }

        var before = text[start..at];
        return new Position(line, encoding == PositionEncoding.Utf8 ? Encoding.UTF8.GetByteCount(before) : before.Length);
    }
}
