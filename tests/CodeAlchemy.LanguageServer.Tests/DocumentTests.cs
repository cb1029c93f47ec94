using System.Text.Json.Nodes;

namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>Manifests, plugins and templates, as an editor sees them while they are written.</summary>
public sealed class DocumentTests
{
    private const string Broken = """
        apiVersion: codealchemy/v1
        kind: Pipeline
        name: small
        source: {files: {root: .}}
        strategies: [code-trace]
        filtres: [syntax]
        output: {path: out}

        """;

    [Fact]
    public async Task A_fault_of_a_manifest_is_shown_and_its_quick_fix_mends_it()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("manifest.yaml");
        client.OpenDocument(uri, Broken, "yaml");
        var published = await client.Heard("textDocument/publishDiagnostics", p => p["diagnostics"]!.AsArray().Count > 0);
        var fault = Assert.Single(published["diagnostics"]!.AsArray())!;
        Assert.Equal(("unknown-key", 5), ((string)fault["code"]!, (int)fault["range"]!["start"]!["line"]!));
        Assert.Contains("filters", (string)fault["message"]!, StringComparison.Ordinal);

        var parameters = LspClient.Document(uri);
        parameters["range"] = fault["range"]!.DeepClone();
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray(fault.DeepClone()), ["only"] = new JsonArray("quickfix") };
        var action = (await client.Ask("textDocument/codeAction", parameters))!.AsArray()[0]!;
        Assert.True((bool)action["isPreferred"]!);
        var edit = Assert.Single(action["edit"]!["changes"]![uri]!.AsArray())!;
        Assert.Equal("filters", (string?)edit["newText"]);
        client.Tell("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = edit["range"]!.DeepClone(), ["text"] = "filters" }),
        });

        var mended = await client.Heard("textDocument/publishDiagnostics", p => (int)p["version"]! == 2);
        Assert.Empty(mended["diagnostics"]!.AsArray());
    }

    [Fact]
    public async Task Edits_name_their_version_for_a_client_that_can_read_it()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path, capabilities: new JsonObject
        {
            ["workspace"] = new JsonObject { ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true } },
        });
        var uri = folder.Uri("manifest.yaml");
        client.OpenDocument(uri, Broken, "yaml");
        var parameters = LspClient.Document(uri);
        parameters["range"] = LspClient.Range(5, 0, 5, 3);
        parameters["context"] = new JsonObject { ["diagnostics"] = new JsonArray() };

        var action = (await client.Ask("textDocument/codeAction", parameters))!.AsArray()[0]!;

        var change = Assert.Single(action["edit"]!["documentChanges"]!.AsArray())!;
        Assert.Equal((uri, 1), ((string)change["textDocument"]!["uri"]!, (int)change["textDocument"]!["version"]!));
    }

    [Fact]
    public async Task Keys_and_values_of_a_manifest_are_completed_and_explained()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("manifest.yaml");
        client.OpenDocument(uri, Broken.Replace("filtres: [syntax]\n", "r\n", StringComparison.Ordinal).Replace("[code-trace]", "[code-]", StringComparison.Ordinal), "yaml");

        var keys = (await client.Ask("textDocument/completion", LspClient.At(uri, 5, 1)))!["items"]!.AsArray();
        var run = keys.First(item => (string?)item!["label"] == "run")!;
        Assert.DoesNotContain(keys, item => (string?)item!["label"] == "strategies");
        Assert.Equal(LspClient.Range(5, 0, 5, 1).ToJsonString(), run["textEdit"]!["range"]!.ToJsonString());
        var values = (await client.Ask("textDocument/completion", LspClient.At(uri, 4, 18)))!["items"]!.AsArray();
        Assert.Contains(values, item => (string?)item!["label"] == "code-dialogue");
        var hover = await client.Ask("textDocument/hover", LspClient.At(uri, 4, 2));
        Assert.Contains("strategies", (string)hover!["contents"]!["value"]!, StringComparison.Ordinal);
        var symbols = (await client.Ask("textDocument/documentSymbol", LspClient.Document(uri)))!.AsArray();
        Assert.Contains("source", symbols.Select(symbol => (string)symbol!["name"]!));
    }

    [Fact]
    public async Task A_strategy_leads_to_its_plugin()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("manifest.yaml");
        client.OpenDocument(uri, Broken, "yaml");

        var places = (await client.Ask("textDocument/definition", LspClient.At(uri, 4, 16)))!.AsArray();

        Assert.EndsWith("plugins/strategies/code-trace/plugin.yaml", (string)Assert.Single(places)!["uri"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_shows_its_faults_completes_builtins_and_is_rendered_for_a_file()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var source = folder.Write("add.py", "print(1 + 2)\n");
        var uri = folder.Uri("ask.scriban");
        client.OpenDocument(uri, "Explain:\n{{ code | string.upcase }}\n{{ code | string. }}\n", "scriban");
        var published = await client.Heard("textDocument/publishDiagnostics", p => p["diagnostics"]!.AsArray().Count > 0);
        Assert.Equal(2, (int)published["diagnostics"]![0]!["range"]!["start"]!["line"]!);

        var items = (await client.Ask("textDocument/completion", LspClient.At(uri, 2, 17)))!["items"]!.AsArray();
        Assert.Contains(items, item => ((string)item!["label"]!).EndsWith("downcase", StringComparison.Ordinal));
        client.Edit(uri, 2, (2, 0, 3, 0, ""));
        var parameters = LspClient.Document(uri);
        parameters["source"] = source["file://".Length..];
        var preview = await client.Ask("codealchemy/preview", parameters);

        Assert.Contains("PRINT(1 + 2)", (string)preview!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_that_are_none_of_ours_are_left_alone()
    {
        using var folder = new Folder();
        await using var client = await LspClient.Open(folder.Path);
        var uri = folder.Uri("compose.yaml");
        client.OpenDocument(uri, "services:\n  web: {image: x}\n", "yaml");

        Assert.Empty((await client.Ask("textDocument/completion", LspClient.At(uri, 1, 2)))!["items"]!.AsArray());
        Assert.Null(await client.Ask("textDocument/hover", LspClient.At(uri, 0, 2)));
        Assert.Empty((await client.Ask("textDocument/codeLens", LspClient.Document(uri)))!.AsArray());
        var published = await client.Heard("textDocument/publishDiagnostics");
        Assert.Empty(published["diagnostics"]!.AsArray());
    }
}
